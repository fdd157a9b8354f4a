package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.ReplyEvent.Text;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.Usage;
import nearside.engine.contract.Pulled;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class LocalReplyTest {
    private static final ReplyEvent END = new Finished(Finish.EOS, Usage.NONE);

    private final LocalReply reply =
            new LocalReply(
                    new Prompt(
                            List.of(),
                            Prompt.Ending.NEW_REPLY,
                            Prompt.SpecialTokens.AS_TEXT,
                            Sampling.GREEDY,
                            9));

    private static Text text(int id) {
        return new Text("x", TokenIds.of(id));
    }

    @Test
    void closingAQueuedReplyEndsItAtOnceAndForGood() {
        reply.close();
        Finished finished = assertInstanceOf(Finished.class, Pulled.all(reply).last());
        assertEquals(Finish.STOP, finished.finish());
        assertTrue(reply.isOver());
        assertFalse(reply.begin(() -> {}));
    }

    @Test
    void closingARunningReplyStopsItsSourceOnce() {
        AtomicInteger stopped = new AtomicInteger();
        assertTrue(reply.begin(stopped::incrementAndGet));
        reply.close();
        reply.close();
        assertEquals(1, stopped.get());
        assertFalse(reply.isOver());
    }

    @Test
    void eventsAfterTheLastAreDropped() throws InterruptedException {
        reply.begin(() -> {});
        reply.put(text(1));
        reply.end(END);
        reply.put(text(2));
        assertEquals(List.of(text(1), END), Pulled.all(reply).events());
        assertEquals(Optional.empty(), reply.next(Duration.ofSeconds(30)));
    }

    @Test
    void aFullQueueHoldsTheWriterUntilSomebodyPulls() throws InterruptedException {
        reply.begin(() -> {});
        Thread writer = Thread.ofVirtual().start(this::putHundred);
        assertFalse(writer.join(Duration.ofMillis(50)));
        assertEquals(100, Pulled.all(reply).ids().count());
        writer.join();
    }

    @Test
    void closingLetsAHeldWriterGo() throws InterruptedException {
        reply.begin(() -> {});
        Thread writer = Thread.ofVirtual().start(this::putHundred);
        reply.close();
        assertTrue(writer.join(Duration.ofMinutes(1)));
    }

    private void putHundred() {
        for (int i = 0; i < 100; i++) {
            reply.put(text(i));
        }
        reply.end(END);
    }

    @Test
    void aSlowEventIsWaitedFor() throws InterruptedException {
        reply.begin(() -> {});
        assertEquals(Optional.empty(), reply.next(Duration.ZERO));
        Thread writer = Thread.ofVirtual().start(() -> reply.put(text(1)));
        assertEquals(Optional.of(text(1)), reply.next(Duration.ofMinutes(1)));
        writer.join();
    }
}
