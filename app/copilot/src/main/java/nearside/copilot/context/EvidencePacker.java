package nearside.copilot.context;

import nearside.copilot.context.scope.Scope;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Keeps the evidence that a question needs. What is asked is never cut, and what the model is told
/// first stays as far as there is room; the last turns have two thirds of the room, then comes code
/// that is asked about, then what the question leads to, sentence by sentence, then the newest of
/// the rest. A question about all of it leads to nothing: for one, the last turns have a sixth of
/// the room, and then comes what stands for all. What was said twice is kept once. No model is
/// asked.
public final class EvidencePacker implements ContextPacker {
    /// Of fewer tokens nothing is left out where there is room: it would save next to nothing.
    private static final int SHORT = 1_000;

    @Override
    public Packed pack(Talk talk, Limit limit, ToIntFunction<Line> tokens) {
        List<Line> lines = talk.lines();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("nothing to pack");
        }
        Map<Line, Integer> known = new HashMap<>();
        ToIntFunction<Line> once = line -> known.computeIfAbsent(line, tokens::applyAsInt);
        int whole = lines.stream().mapToInt(once).sum();
        Scope scope = scope(talk);
        boolean mayBeLess = limit.isAdaptive() && scope == Scope.PART;
        int mostWhole = mayBeLess ? Math.min(SHORT, limit.tokens()) : limit.tokens();
        if (whole <= mostWhole) {
            return whole(lines, whole, scope);
        }
        Packing packing = new Packing(talk, limit, once);
        return whole <= limit.tokens() && !packing.leadsSomewhere()
                ? whole(lines, whole, scope)
                : packing.packed();
    }

    private static Packed whole(List<Line> lines, int tokens, Scope scope) {
        return new Packed(
                lines,
                tokens,
                Collections.nCopies(lines.size(), Seen.WHOLE),
                Coverage.whole(scope, tokens));
    }

    /// What stays of lines whatever the budget is: the system prompt, what is pinned, and the
    /// question with what was begun as an answer, without long texts that go with it.
    public static List<Line> neverCut(Talk talk) {
        List<Line> lines = talk.lines();
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            String text =
                    Part.of(lines.get(i).text()).stream()
                            .filter(part -> isNeverCut(talk, line, part))
                            .map(Part::text)
                            .collect(Collectors.joining());
            if (!text.isEmpty()) {
                all.add(new Line(lines.get(i).role(), text));
            }
        }
        return all;
    }

    private static boolean isNeverCut(Talk talk, int line, Part part) {
        return talk.lines().get(line).role() == Role.SYSTEM
                || talk.pinned().contains(line)
                || (line >= asked(talk.lines()) && part.isSaid());
    }

    /// The last line of a person; behind it stands at most what was begun as an answer.
    static int asked(List<Line> lines) {
        int line = lines.size() - 1;
        while (line > 0 && lines.get(line).role() != Role.USER) {
            line--;
        }
        return lines.get(line).role() == Role.USER ? line : lines.size() - 1;
    }

    /// What is asked, without long texts that go with it.
    static String question(List<Line> lines) {
        return said(lines.get(asked(lines)).text());
    }

    /// Of the newest message alone: “summarise everything”, stopped, does not make all that is
    /// asked after it a question about everything.
    static Scope scope(Talk talk) {
        return Scope.of(talk.asked().isEmpty() ? question(talk.lines()) : said(talk.asked()));
    }

    private static String said(String text) {
        return Part.of(text).stream()
                .filter(Part::isSaid)
                .map(Part::text)
                .collect(Collectors.joining());
    }
}
