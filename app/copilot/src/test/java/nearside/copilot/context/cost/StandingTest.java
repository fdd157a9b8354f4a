package nearside.copilot.context.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is told of a conversation.
class StandingTest {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(299);
    private static final Duration LONG = LIFETIME;

    @Test
    void oneMoreQuestionIsExpectedOfAConversationThatOnlyBegins() {
        assertEquals(1, rhythm().furtherWarmSends(LIFETIME));
    }

    @Test
    void asManyAreExpectedAsThereWereShortGapsForEachLongOne() {
        assertEquals(4, rhythm(SHORT, SHORT, SHORT).furtherWarmSends(LIFETIME));
        assertEquals(2, rhythm(SHORT, LONG, SHORT, SHORT).furtherWarmSends(LIFETIME));
        assertEquals(0.25, rhythm(LONG, LONG, LONG).furtherWarmSends(LIFETIME));
    }

    @Test
    void refusesWhatCannotBe() {
        refused(
                "expected zero or more, found 5 tokens sent PT-1S ago and 3 new ones",
                () -> new Form(5, Duration.ofSeconds(-1), 3));
        refused(
                "expected zero or more, found -5 tokens sent PT0S ago and 3 new ones",
                () -> new Form(-5, Duration.ZERO, 3));
        refused(
                "expected zero or more, found 0 tokens sent PT0S ago and -3 new ones",
                () -> Form.unsent(-3));
        refused(
                "expected zero or more, found gaps of [PT-1S], 0 tokens added and 0 missing a turn",
                () -> rhythm(Duration.ofSeconds(-1)));
        refused(
                "expected zero or more, found gaps of [], -1 tokens added and 0 missing a turn",
                () -> new Rhythm(List.of(), -1, 0));
        refused(
                "expected zero or more, found gaps of [], 0 tokens added and -1 missing a turn",
                () -> new Rhythm(List.of(), 0, -1));
        refused(
                "expected output of zero tokens or more, found -1",
                () ->
                        new Standing(
                                Form.unsent(1),
                                Optional.empty(),
                                Optional.empty(),
                                -1,
                                rhythm(),
                                PublicTariff.EXPLICIT.tariff()));
        refused("expected an alternative, found none", () -> new Weighing(List.of(), 1));
    }

    private static void refused(String said, Runnable what) {
        assertEquals(said, assertThrows(IllegalArgumentException.class, what::run).getMessage());
    }

    private static Rhythm rhythm(Duration... gaps) {
        return new Rhythm(List.of(gaps), 0, 0);
    }
}
