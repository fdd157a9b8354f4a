package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {
    @ParameterizedTest
    @CsvSource({"2, 1, 1", "64, 43, 21", "1536, 1024, 512", "4096, 3584, 512"})
    void aThirdIsTheAnswerAtMostAPage(int tokens, int prompt, int reply) {
        assertEquals(new Wanted(prompt, reply), Wanted.context(tokens));
        assertEquals(tokens, Wanted.context(tokens).tokens());
    }

    @Test
    void theUsualConversationIsOneOfThem() {
        assertEquals(Wanted.USUAL, Wanted.context(1_536));
    }

    @Test
    void noMoreIsReadThanTheModelSees() {
        assertEquals(new Wanted(488, 512), Wanted.USUAL.within(1_000));
        assertEquals(Wanted.USUAL, Wanted.USUAL.within(4_096));
        assertEquals(new Wanted(1, 512), Wanted.USUAL.within(100));
    }

    @Test
    void theLastQuestionAloneIsNew() {
        assertEquals(768, Wanted.USUAL.cached());
        assertEquals(896, Wanted.USUAL.readingAt());
        assertEquals(0, new Wanted(100, 1).cached());
        assertEquals(50, new Wanted(100, 1).readingAt());
    }

    @Test
    void nothingIsNoConversation() {
        assertThrows(IllegalArgumentException.class, () -> new Wanted(0, 1));
    }
}
