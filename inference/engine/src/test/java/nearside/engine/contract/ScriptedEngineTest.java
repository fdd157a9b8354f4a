package nearside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.Engine;
import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class ScriptedEngineTest extends EngineContract {
    private final ScriptedEngine engine =
            new ScriptedEngine(Script.of(new Step.WriteForever("wave ")));

    @Override
    protected Engine engine() {
        return engine;
    }

    @Test
    void scriptsAreUsedInOrderAndTheLastAgain() {
        ScriptedEngine two =
                new ScriptedEngine(
                        Script.of(new Step.Write("one"), Step.end()),
                        Script.of(new Step.Write("two"), Step.end()));
        assertEquals("one", Pulled.all(two.answer(ask(9))).text());
        assertEquals("two", Pulled.all(two.answer(ask(9))).text());
        assertEquals("two", Pulled.all(two.answer(ask(8))).text());
        assertEquals(List.of(ask(9), ask(9), ask(8)), two.prompts());
    }

    @Test
    void awaitHoldsUntilItsGateOpens() throws InterruptedException {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        ScriptedEngine held =
                new ScriptedEngine(
                        Script.of(new Step.Await(gate), new Step.Write("now"), Step.end()));
        Reply reply = held.answer(ask(9));
        Pulled.until(reply, ReplyEvent.Reading.class::isInstance);
        assertEquals(Optional.empty(), reply.next(Duration.ofMillis(1)));
        gate.complete(null);
        assertEquals("now", Pulled.all(reply).text());
    }

    @Test
    void failuresComeLast() {
        EngineFailure failure = new EngineFailure.WorkerDied(Stage.WRITE, 137);
        ScriptedEngine failing =
                new ScriptedEngine(Script.of(new Step.Write("so far"), new Step.Fail(failure)));
        Pulled pulled = Pulled.all(failing.answer(ask(9)));
        assertEquals("so far", pulled.text());
        assertEquals(new ReplyEvent.Failed(failure), pulled.last());
    }

    @Test
    void closingEndsAHangingReply() {
        Reply reply = new ScriptedEngine(Script.of(Step.hang())).answer(ask(9));
        reply.close();
        assertEquals(List.of(), Pulled.all(reply).of(ReplyEvent.Text.class));
    }

    @Test
    void writingIsAWholeReply() {
        Pulled pulled = Pulled.all(ScriptedEngine.writing("Hel", "lo").answer(ask(9)));
        assertEquals("Hello", pulled.text());
    }
}
