package nearside.desktop.bench.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AnswerScoreTest {
    @Test
    void caseArticlesAndPunctuationDoNotCount() {
        assertEquals(new AnswerScore(1, true), AnswerScore.of("The  “Lakota”.", "lakota"));
    }

    @Test
    void wordsInCommonCountOnceEach() {
        assertEquals(
                new AnswerScore(2 * 2 / 5.0, false), AnswerScore.of("New York city", "New York"));
        assertEquals(new AnswerScore(2 * 2 / 6.0, false), AnswerScore.of("so so", "so so so so"));
    }

    @Test
    void yesAndNoAreRightOrWrong() {
        assertEquals(new AnswerScore(0, false), AnswerScore.of("yes they are", "yes"));
        assertEquals(new AnswerScore(1, true), AnswerScore.of("Yes.", "yes"));
    }

    @Test
    void nothingIsWrong() {
        assertEquals(new AnswerScore(0, false), AnswerScore.of("", "Ada"));
    }
}
