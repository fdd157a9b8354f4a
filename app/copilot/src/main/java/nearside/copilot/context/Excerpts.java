package nearside.copilot.context;

import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.reading.Sentences;
import nearside.engine.Prompt.Line;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a question needs of a conversation beyond what was sent of it before, to be said behind
/// that: the beginning stays as it was, byte for byte.
///
/// @param byLine what is new of each line, by its place; lines without anything new are not there
public record Excerpts(TreeMap<Integer, String> byLine) {
    private static final String HEAD = "Earlier in this conversation:";

    /// What is new.
    ///
    /// @param talk as it was when it was sent, with the words of the new question sought
    /// @param packed what the question needs of it
    /// @param sent what left then
    public static Excerpts of(Talk talk, Packed packed, List<Line> sent) {
        String known = sent.stream().map(Line::text).collect(Collectors.joining("\n"));
        TreeMap<Integer, String> found = new TreeMap<>();
        Iterator<Line> stays = packed.lines().iterator();
        for (int line = 0; line < talk.lines().size(); line++) {
            if (packed.seen().get(line) == Seen.NOTHING) {
                continue;
            }
            String more = more(talk.lines().get(line).text(), stays.next().text(), known);
            if (!more.isEmpty()) {
                found.put(line, talk.lines().get(line).role().wire() + ": " + more);
            }
        }
        return new Excerpts(found);
    }

    /// The pieces of a line that stay and are not known.
    private static String more(String line, String stays, String known) {
        List<String> runs = new ArrayList<>();
        boolean goesOn = false;
        for (String piece : pieces(line)) {
            boolean isNew =
                    !piece.isBlank() && stays.contains(piece.strip()) && !known.contains(piece);
            if (isNew && goesOn) {
                runs.add(runs.removeLast() + piece);
            } else if (isNew) {
                runs.add(piece);
            }
            goesOn = isNew;
        }
        return runs.stream()
                .map(String::strip)
                .collect(Collectors.joining(" " + Assembly.GAP + " "));
    }

    private static List<String> pieces(String line) {
        return Part.of(line).stream()
                .flatMap(part ->
                        (part.isSaid() ? Sources.pieces(part.text()) : Sentences.of(part.text()))
                                .stream())
                .toList();
    }

    /// Nothing.
    public static Excerpts none() {
        return new Excerpts(new TreeMap<>());
    }

    /// Whether nothing is new.
    public boolean isEmpty() {
        return byLine.isEmpty();
    }

    /// As it is said to the model.
    public String text() {
        return HEAD + "\n" + String.join("\n", byLine.values());
    }
}
