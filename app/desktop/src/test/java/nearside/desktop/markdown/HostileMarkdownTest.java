package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts that are made to hurt: deep, wide, broken, and mixed by chance.
class HostileMarkdownTest {
    private static final int DEEP = 20_000;

    static List<String> repeated() {
        return HostileTexts.REPEATED;
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void whatIsRepeatedWithoutEndIsRead(String piece) {
        assertFalse(Markdown.read(piece.repeat(DEEP) + "x").isEmpty());
    }

    @Test
    void listsInListsAndQuotesInQuotesAreRead() {
        String deep =
                IntStream.range(0, 500)
                        .mapToObj(i -> "  ".repeat(i) + "- x")
                        .collect(Collectors.joining("\n"));
        assertFalse(Markdown.read(deep).isEmpty());
        assertFalse(Markdown.read("> ".repeat(500) + "- ".repeat(500) + "x").isEmpty());
    }

    @Test
    void aTableOfManyColumnsIsRead() {
        String head = "| a ".repeat(5_000) + "|\n" + "|-".repeat(5_000) + "|\n";
        assertFalse(Markdown.read(head + "| b ".repeat(5_000) + "|\n").isEmpty());
    }

    @Test
    void mixedByChanceIsReadAndNoWordIsLost() {
        for (int seed = 0; seed < 500; seed++) {
            String text = HostileTexts.mixed(seed);
            assertFalse(
                    text.contains("word") && !Blocks.text(Markdown.read(text)).contains("word"),
                    "seed " + seed);
        }
    }
}
