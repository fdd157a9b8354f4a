package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts that are made to hurt: deep, wide, broken, and mixed by chance.
class HostileMarkdownTest {
    private static final int DEEP = 20_000;

    private static final List<String> PIECES =
            List.of(
                    "> ",
                    "- ",
                    "1. ",
                    "#",
                    "*",
                    "**",
                    "_",
                    "~~",
                    "`",
                    "```",
                    "\n",
                    "\n\n",
                    "    ",
                    "[",
                    "](",
                    ")",
                    "![",
                    "](javascript:x)",
                    "<",
                    ">",
                    "<script>",
                    "</b>",
                    "<!--",
                    "|",
                    "|-|-|",
                    "\n|-|\n",
                    "[^1]",
                    "[^1]: ",
                    "[a]: x",
                    "\\",
                    "&amp;",
                    "&#0;",
                    "\u202E",
                    "\u0000",
                    "\uD83D",
                    "\t",
                    "word",
                    "https://a.example",
                    "mailto:x",
                    "- [x] ",
                    "===",
                    "---");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ", "- ", "[", "![", "*a **", "`", "<", "&", "\\[", "((", "_a __", "1. ", "~~a ",
                "[a](", "<b>", "| a ", "[^1]"
            })
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
            SplittableRandom random = new SplittableRandom(seed);
            String text =
                    IntStream.range(0, 400)
                            .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                            .collect(Collectors.joining());
            assertFalse(
                    text.contains("word") && !Blocks.text(Markdown.read(text)).contains("word"),
                    "seed " + seed);
        }
    }
}
