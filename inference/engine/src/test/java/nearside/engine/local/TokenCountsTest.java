package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.OptionalInt;

class TokenCountsTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final TokenCounts counts = new TokenCounts();

    private void answer(Frame.Order order) {
        Frame.Count count = (Frame.Count) order;
        counts.answered(new Frame.Counted(count.id() + 1000, OptionalInt.of(-1)));
        counts.answered(new Frame.Counted(count.id(), OptionalInt.of(count.text().length())));
    }

    @Test
    void eachQuestionGetsItsOwnAnswer() {
        assertEquals(OptionalInt.of(5), counts.ask("Hello", LONG, this::answer));
        assertEquals(OptionalInt.of(2), counts.ask("Hi", LONG, this::answer));
    }

    @Test
    void noAnswerInTimeIsEmpty() {
        assertEquals(OptionalInt.empty(), counts.ask("Hello", Duration.ofMillis(1), order -> {}));
    }

    @Test
    void deathAnswersAllQuestions() {
        assertEquals(
                OptionalInt.empty(), counts.ask("Hello", LONG, order -> counts.nobodyAnswers()));
        assertEquals(OptionalInt.empty(), counts.ask("later", LONG, order -> {}));
    }
}
