package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Prompt;
import nearside.engine.Usage;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ReadSoFarTest {
    private static final Optional<Prompt.Conversation> TALK =
            Optional.of(new Prompt.Conversation("talk"));

    private static final Usage USAGE =
            new Usage(100, 0, 20, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final ReadSoFar read = new ReadSoFar();

    @Test
    void aConversationIsReadUpToItsLastReply() {
        assertEquals(0, read.of(TALK, "phi3"));
        read.after(TALK, "phi3", USAGE);
        assertEquals(120, read.of(TALK, "phi3"));
    }

    @Test
    void anotherModelHasReadNothing() {
        read.after(TALK, "phi3", USAGE);
        assertEquals(0, read.of(TALK, "starter"));
        read.after(TALK, "starter", USAGE);
        assertEquals(0, read.of(TALK, "phi3"));
    }

    @Test
    void whatIsShortenedBeginsAnew() {
        read.after(TALK, "phi3", USAGE);
        read.forget(TALK);
        assertEquals(0, read.of(TALK, "phi3"));
    }

    @Test
    void theNewestIsTheOneThatWasReadLastShortenedOrNot() {
        Optional<Prompt.Conversation> other = Optional.of(new Prompt.Conversation("other"));
        read.after(TALK, "phi3", USAGE);
        assertTrue(read.isNewest(TALK));
        read.forget(other);
        assertTrue(read.isNewest(other));
        assertFalse(read.isNewest(TALK));
        read.after(Optional.empty(), "phi3", USAGE);
        assertFalse(read.isNewest(other));
        assertFalse(read.isNewest(Optional.empty()));
    }

    @Test
    void whatIsKeptNowhereIsNotKnown() {
        read.after(Optional.empty(), "phi3", USAGE);
        assertEquals(0, read.of(Optional.empty(), "phi3"));
    }
}
