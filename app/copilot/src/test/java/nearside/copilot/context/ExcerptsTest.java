package nearside.copilot.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.scope.Scope;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ExcerptsTest {
    private static int words(Line line) {
        return line.text().split("\\s+", -1).length + 2;
    }

    private static List<Line> talk() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Role.USER, "My cat is called Mizzi"));
        lines.add(new Line(Role.ASSISTANT, "A fine name"));
        String report =
                IntStream.range(0, 60)
                        .mapToObj(it -> "Ledger entry %d was dull and brown. ".formatted(it))
                        .collect(Collectors.joining());
        lines.add(new Line(Role.USER, report + "The boat of Ada is named Pearl. " + report));
        lines.add(new Line(Role.ASSISTANT, "I have read it"));
        for (int i = 0; i < 40; i++) {
            lines.add(new Line(Role.USER, "and number " + i));
            lines.add(new Line(Role.ASSISTANT, "blue and heavy " + i));
        }
        return lines;
    }

    private static Packed packed(List<Line> lines, String question, int budget) {
        List<Line> all = new ArrayList<>(lines);
        all.add(new Line(Role.USER, question));
        return new EvidencePacker().pack(Talk.of(all), Limit.of(budget), ExcerptsTest::words);
    }

    private static Excerpts excerpts(String question, List<Line> sent) {
        List<Line> all = new ArrayList<>(talk());
        all.add(new Line(Role.USER, question));
        return Excerpts.of(Talk.of(all), packed(talk(), question, 80), sent);
    }

    @Test
    void whatTheQuestionNeedsAndWasNotSentIsSaidWithWhoSaidIt() {
        String question = "How is the boat of Ada named?";
        List<Line> sent = List.of(new Line(Role.USER, question));
        String text = excerpts(question, sent).text();
        assertTrue(text.contains("The boat of Ada is named Pearl."), text);
        assertTrue(text.contains("\nuser: "), text);
        assertTrue(text.startsWith("Earlier in this conversation:\n"), text);
    }

    @Test
    void whatWasSentIsNotSaidAgain() {
        String question = "How is the boat of Ada named?";
        List<Line> sent = packed(talk(), question, 80).lines();
        assertTrue(sent.stream().anyMatch(it -> it.text().contains("Pearl")));
        Excerpts again = excerpts(question, sent);
        assertTrue(again.isEmpty(), again.byLine().toString());
        Excerpts other = excerpts("What is my cat called?", sent);
        assertFalse(other.text().contains("Pearl"));
        assertTrue(other.text().contains("user: My cat is called Mizzi"), other.text());
    }

    @Test
    void piecesThatWereNotBesideEachOtherAreMarked() {
        List<Line> all =
                List.of(
                        new Line(
                                Role.USER,
                                "It is so. ".repeat(150)
                                        + "The boat is red. Nothing here. The boat sank."),
                        new Line(Role.USER, "boat"));
        Packed packed =
                new Packed(
                        List.of(
                                new Line(Role.USER, "[…] The boat is red. […] The boat sank."),
                                all.getLast()),
                        9,
                        List.of(ContextPacker.Seen.PART, ContextPacker.Seen.WHOLE),
                        Coverage.whole(Scope.PART, 9));
        assertEquals(
                "Earlier in this conversation:\nuser: The boat is red. […] The boat sank.",
                Excerpts.of(Talk.of(all), packed, List.of(all.getLast())).text());
    }
}
