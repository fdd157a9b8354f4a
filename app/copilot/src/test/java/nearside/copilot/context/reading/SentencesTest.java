package nearside.copilot.context.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SentencesTest {
    private static void cut(String... sentences) {
        assertEquals(List.of(sentences), Sentences.of(String.join("", sentences)));
    }

    @Test
    void aFullStopThatEndsNoSentenceDoesNotCut() {
        cut("Dr. Cora Norman met Mr. Smith. ", "J. K. Rowling wrote it, e.g. in Fig. 3. ", "Good.");
        cut("U.S. troops left. ", "\"Really?\" she asked.");
    }

    @Test
    void aNumberStaysWithItsUnitAndWithWhatItCounts() {
        cut("It weighs approx. 5 kg. ", "Then 3.5 km were left! ", "Done.");
        cut("Take them. 3 of them are enough.");
    }

    @Test
    void writingWithoutSpacesIsCutAtItsOwnMarks() {
        cut("我喜欢你。", "他不喜欢！", "好吗？");
    }

    @Test
    void linesOfListsTablesAndLogsAreCut() {
        cut("Buy:\n", "- milk. Fresh milk\n", "- bread\n\n", "1. Mix\n", "| a | b |\n");
        cut("2026-01-01 10:00:00 INFO start\n", "[main] stop\n", "and\nprose over\nlines");
    }

    @Test
    void aBlockOfCodeStaysWhole() {
        cut("See:\n", "```java\nint a = 1.0;\n\nfoo(); // A. B\n```\n", "Then. ", "Now.");
        cut("~~~\na. B\n~~~\n", "C.");
    }

    @Test
    void aFenceThatIsNeverClosedIsProse() {
        assertEquals(2, Sentences.of("```\nOne. Two.").size());
    }

    @Test
    void dataWithoutAnEndIsCutBetweenWords() {
        List<String> pieces = Sentences.of("0123456789 ".repeat(1_000));
        assertEquals(6, pieces.size());
        assertTrue(pieces.stream().allMatch(it -> it.endsWith("9 ")));
        assertEquals(3, Sentences.of("x".repeat(5_000)).size());
    }

    @Test
    void nothingIsLostAndNothingIsEmpty() {
        String[] parts = {
            "A. ",
            "b",
            "\n",
            "\n\n",
            "```\n",
            "- ",
            "3. ",
            "。",
            "你",
            " ",
            "Dr. ",
            "\t",
            "| ",
            "é! ",
            "\uD83D\uDE00"
        };
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 3_000; i++) {
            String text =
                    IntStream.range(0, random.nextInt(40))
                            .mapToObj(_ -> parts[random.nextInt(parts.length)])
                            .collect(Collectors.joining());
            List<String> pieces = Sentences.of(text);
            assertEquals(text, String.join("", pieces));
            assertTrue(pieces.stream().noneMatch(String::isEmpty));
        }
    }
}
