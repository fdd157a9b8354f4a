package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.markdown.Block.Item;
import nearside.desktop.markdown.Block.Prose;
import nearside.desktop.markdown.Block.Row;
import nearside.desktop.markdown.Block.Side;
import nearside.desktop.markdown.Block.Tick;
import nearside.desktop.markdown.Run.Style;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class MarkdownTest {
    private static Run run(String text, Style... styles) {
        return new Run(text, Set.of(styles), Optional.empty());
    }

    private static Line line(String text) {
        return new Line(text.isEmpty() ? List.of() : List.of(run(text)));
    }

    private static List<Run> runs(String text) {
        Block block = Markdown.read(text).getFirst();
        return assertInstanceOf(Prose.class, block).line().runs();
    }

    @Test
    void stylesAreNestedAndNeighboursThatLookTheSameAreOne() {
        assertEquals(
                List.of(
                        run("a "),
                        run("b ", Style.STRONG),
                        run("c", Style.STRONG, Style.EMPHASIS),
                        run(" d & "),
                        run("e", Style.STRIKE),
                        run(" "),
                        run("f()", Style.CODE)),
                runs("a **b *c*** d &amp;\n~~e~~ `f()`"));
    }

    @Test
    void blocksHaveTheirKinds() {
        assertEquals(
                List.of(
                        new Block.Heading(2, line("Head")),
                        new Block.Code("java", "int a;\n\nint b;"),
                        new Block.Quote(List.of(new Prose(line("said")))),
                        new Block.Rule(),
                        new Block.Code("", "indented")),
                Markdown.read(
                        "## Head\n```java run\nint a;\n\nint b;\n```\n> said\n\n---\n\n    indented"));
    }

    @Test
    void listsKnowTheirNumbersAndWhatIsDone() {
        assertEquals(
                List.of(
                        new Block.Items(
                                OptionalInt.of(7),
                                List.of(
                                        new Item(Tick.NONE, List.of(new Prose(line("seven")))),
                                        new Item(Tick.NONE, List.of(new Prose(line("eight")))))),
                        new Block.Items(
                                OptionalInt.empty(),
                                List.of(
                                        new Item(Tick.DONE, List.of(new Prose(line("done")))),
                                        new Item(Tick.OPEN, List.of(new Prose(line("open"))))))),
                Markdown.read("7. seven\n8. eight\n\n- [x] done\n- [ ] open"));
    }

    @Test
    void rowsAreAsLongAsTheHead() {
        assertEquals(
                List.of(
                        new Block.Table(
                                List.of(Side.LEFT, Side.RIGHT),
                                List.of(
                                        new Row(List.of(line("a"), line("b"))),
                                        new Row(List.of(line("1"), line("")))))),
                Markdown.read("| a | b |\n|---|--:|\n| 1 |\n"));
    }

    @Test
    void whereALinkLeadsStandsBesideIt() {
        Link link = new Link("https://evil.example/x", "evil.example");
        assertEquals(
                List.of(
                        new Run("bank.example", Set.of(), Optional.of(link)),
                        run(" (evil.example)", Style.ASIDE)),
                runs("[bank.example](https://evil.example/x)"));
        Link bare = new Link("https://a.example/b", "a.example");
        assertEquals(
                List.of(run("see "), new Run("https://a.example/b", Set.of(), Optional.of(bare))),
                runs("see https://a.example/b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "data:text/html,x",
                "vbscript:x",
                "//host/x",
                "nearside:x",
                "https:",
                "mailto:"
            })
    void otherAddressesAreText(String address) {
        List<Run> runs = runs("[here](" + address + ")");
        assertTrue(runs.stream().allMatch(run -> run.link().isEmpty()));
        assertEquals("here (" + address + ")", new Line(runs).text());
    }

    @Test
    void htmlAndPicturesAreWhatTheySay() {
        assertEquals("<b onclick=x>bold</b>", new Line(runs("<b onclick=x>bold</b>")).text());
        List<Block> block = Markdown.read("<script>\nfetch('x')\n</script>\n");
        assertEquals("<script>\nfetch('x')\n</script>", Blocks.text(block));
        List<Run> picture = runs("![a cat](https://img.example/c.png)");
        assertEquals("a cat (img.example)", new Line(picture).text());
    }

    @Test
    void whatChangesTheOrderOfLettersIsSeenInCodeAndAddresses() {
        assertEquals(
                List.of(new Block.Code("", "a⟨U+202E⟩b\tc")),
                Markdown.read("```\na\u202Eb\tc\n```"));
        assertEquals("⟨U+200B⟩x", new Line(runs("`\u200Bx`")).text());
        String leads = new Line(runs("[x](<javascript:\u202E>)")).text();
        assertEquals("x (javascript:⟨U+202E⟩)", leads);
    }

    @Test
    void notesStandBehindTheirMarks() {
        assertEquals("Said[1].\n[1] Why.", Blocks.text(Markdown.read("Said[^1].\n\n[^1]: Why.\n")));
    }

    @Test
    void anEmptyTextHasNoBlocks() {
        assertEquals(List.of(), Markdown.read(""));
        assertEquals(List.of(), Markdown.read("\n \n"));
    }
}
