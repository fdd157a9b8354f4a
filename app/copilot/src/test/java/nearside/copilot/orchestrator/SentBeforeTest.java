package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.FarModel;
import nearside.copilot.borrow.Lender;
import nearside.copilot.context.cost.Rhythm;
import nearside.copilot.orchestrator.SentBefore.Sent;
import nearside.engine.Prompt.Conversation;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

class SentBeforeTest {
    private static final Sent NOTHING =
            new Sent(new Given(List.of(), List.of(), List.of()), List.of(), Rhythm.NONE);

    private final AtomicLong nanos = new AtomicLong();
    private final SentBefore before = new SentBefore(nanos::get);

    private static Lender lender(String id) {
        return new Lender(
                id,
                new FarModel(
                        id,
                        URI.create("http://127.0.0.1:1/v1"),
                        "far",
                        FarModel.Dialect.COMPATIBLE,
                        Optional.empty(),
                        8_000),
                Lender.Whose.CLOUD,
                Optional.empty());
    }

    private static Optional<Conversation> talk(int number) {
        return Optional.of(new Conversation("talk " + number));
    }

    @Test
    void eachFarSideKnowsWhatItWasSent() {
        before.left(talk(1), lender("a"), NOTHING);
        nanos.set(Duration.ofSeconds(7).toNanos());
        assertEquals(
                Optional.of(Duration.ofSeconds(7)),
                before.of(talk(1), lender("a")).map(SentBefore.Past::idle));
        assertTrue(before.of(talk(1), lender("b")).isEmpty());
        assertTrue(before.of(talk(2), lender("a")).isEmpty());
    }

    @Test
    void ofWhatIsKeptNowhereNothingIsKnown() {
        before.left(Optional.empty(), lender("a"), NOTHING);
        assertTrue(before.of(Optional.empty(), lender("a")).isEmpty());
    }

    @Test
    void theConversationOfLongestAgoIsForgotten() {
        for (int i = 0; i < 8; i++) {
            before.left(talk(i), lender("a"), NOTHING);
        }
        before.left(talk(0), lender("a"), NOTHING);
        before.left(talk(8), lender("a"), NOTHING);
        assertTrue(before.of(talk(0), lender("a")).isPresent());
        assertTrue(before.of(talk(1), lender("a")).isEmpty());
        assertTrue(before.of(talk(8), lender("a")).isPresent());
    }
}
