package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// Where a formula begins and ends.
final class MathTest {
    private static List<String> formulas(String text) {
        return Markdown.read(text).stream()
                .flatMap(block ->
                        switch (block) {
                            case Block.Prose(Line line) ->
                                    line.runs().stream().flatMap(run -> run.tex().stream());
                            case Block.Formula formula ->
                                    java.util.stream.Stream.of("block " + formula.tex());
                            default -> java.util.stream.Stream.<String>empty();
                        })
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "so $E = mc^2$ it is|E = mc^2",
                "so \\(E = mc^2\\) it is|E = mc^2",
                "so $$E = mc^2$$ it is|E = mc^2",
                "$x$|x",
                "a $a_1 * b_2 * c$ b|a_1 * b_2 * c",
                "a $\\{x\\}$ b|\\{x\\}",
                "costs \\$5 or $x$|x",
                "$a \\\\ b$|a \\\\ b",
            })
    void oneInALine(String text, String tex) {
        assertEquals(List.of(tex), formulas(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it costs $5 and $10",
                "US$5, AU$6",
                "from $5-$10 on",
                "`$x$`",
                "a $ b $ c",
                "\\(\\)",
                "\\$x\\$",
                "$x",
                "\\(x",
                "a `$` and `$`",
                "    $x$",
            })
    void whatIsNoneStaysText(String text) {
        assertEquals(List.of(), formulas(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$$\nx = 1\n$$",
                "$$x = 1$$",
                "\\[\nx = 1\n\\]",
                "\\[x = 1\\]",
                "  $$\n  x = 1\n  $$",
                "\\[ x = 1 \\]",
            })
    void oneBetweenLines(String text) {
        assertEquals(List.of("block x = 1"), formulas(text));
        assertEquals(List.of("block x = 1"), formulas("before\n" + text + "\nbehind"));
    }

    @Test
    void linesOfOneMayLookLikeLists() {
        assertEquals(
                List.of("block \\begin{aligned}\n- a &= b \\\\\n+ c\n\\end{aligned}"),
                formulas("$$\\begin{aligned}\n- a &= b \\\\\n+ c\n\\end{aligned}$$"));
    }

    @Test
    void oneWithoutAnEndIsTextUpToTheNextEmptyLine() {
        List<Block> blocks = Markdown.read("$$\nx = 1\n\n# Title");
        assertEquals(2, blocks.size());
        assertEquals("$$\nx = 1", ((Block.Prose) blocks.getFirst()).line().text());
        assertEquals(1, ((Block.Heading) blocks.getLast()).level());
    }

    @Test
    void aFormulaIsCopiedAsItWasWritten() {
        Block.Prose prose = (Block.Prose) Markdown.read("a $x^2$ b").getFirst();
        assertEquals("a $x^2$ b", prose.line().text());
        assertEquals(Optional.of("x^2"), prose.line().runs().get(1).tex());
    }
}
