package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.EngineFailure.Far;
import nearside.engine.ReplyEvent;
import nearside.engine.contract.Pulled;
import nearside.farside.Completion;
import nearside.farside.FarSide;
import nearside.farside.Play;

import org.junit.jupiter.api.Test;

/// Streams that end as they should, with nothing in them or too little.
class EmptyAnswerTest {
    private static ReplyEvent last(FarSide far) throws Exception {
        try (Borrowed borrowed = Borrowed.from(far.base(), Borrowed.SHORT)) {
            return Pulled.all(borrowed.engine().answer(Borrowed.ask("Hello"))).last();
        }
    }

    /// As the server of `llama-cpp-python` answers a question that is longer than its window.
    @Test
    void anEmptyAnswerIsNotAskedForAgain() throws Exception {
        Play empty = (_, wire) -> wire.stream().end();
        try (FarSide far = FarSide.plain(empty)) {
            String origin = "http://127.0.0.1:" + far.base().getPort();
            assertEquals(
                    new ReplyEvent.Failed(new Far.Garbled(origin, "an event", "an empty answer")),
                    last(far));
            assertEquals(1, far.connections());
        }
    }

    @Test
    void oneThatEndsBehindItsFirstEventIsCutAndAskedForAgain() throws Exception {
        Play begun = (_, wire) -> wire.stream().body(Completion.opening()).end();
        try (FarSide far = FarSide.plain(begun)) {
            String origin = "http://127.0.0.1:" + far.base().getPort();
            assertEquals(new ReplyEvent.Failed(new Far.CutOff(origin)), last(far));
            assertEquals(Retries.MOST, far.connections());
        }
    }
}
