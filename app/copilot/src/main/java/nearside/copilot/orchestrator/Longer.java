package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.Excerpts;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What a model was given before, as it was, and behind it what came since, with what the new
/// question needs of the conversation besides before that question.
///
/// @param seen how much of each line of the talk it has
/// @param since what came since, as it was said
/// @param more what the question needs besides; nothing where there is no new question
record Longer(List<Line> lines, List<Seen> seen, List<Line> since, Excerpts more) {
    Longer {
        lines = List.copyOf(lines);
        seen = List.copyOf(seen);
        since = List.copyOf(since);
    }

    /// Empty where the conversation does not go on where that ended.
    ///
    /// @param packed what the question needs
    static Optional<Longer> of(Given given, Talk talk, Packed packed) {
        int known = given.talk().size();
        if (known > talk.lines().size() || !given.talk().equals(talk.lines().subList(0, known))) {
            return Optional.empty();
        }
        List<Line> since = talk.lines().subList(known, talk.lines().size());
        if (!since.isEmpty() && since.getFirst().role() == Role.USER) {
            return Optional.empty();
        }
        boolean asksMore =
                !talk.sought().isEmpty()
                        || since.stream().anyMatch(line -> line.role() == Role.USER);
        Excerpts more =
                asksMore
                        ? Excerpts.of(
                                Talk.of(given.talk()), beginning(packed, known), given.lines())
                        : Excerpts.none();
        List<Seen> seen = new ArrayList<>(given.seen());
        more.byLine()
                .keySet()
                .forEach(line ->
                        seen.set(
                                line, seen.get(line) == Seen.NOTHING ? Seen.PART : seen.get(line)));
        seen.addAll(Collections.nCopies(since.size(), Seen.WHOLE));
        List<Line> lines = new ArrayList<>(given.lines());
        lines.addAll(since);
        askWith(more, lines, given.lines().size());
        return Optional.of(new Longer(lines, seen, since, more));
    }

    private static Packed beginning(Packed packed, int lines) {
        List<Seen> seen = packed.seen().subList(0, lines);
        int stay = (int) seen.stream().filter(it -> it != Seen.NOTHING).count();
        return new Packed(
                packed.lines().subList(0, stay), packed.tokens(), seen, packed.coverage());
    }

    /// Puts it before the newest question, where one came since.
    private static void askWith(Excerpts more, List<Line> lines, int from) {
        for (int line = lines.size() - 1; line >= from && !more.isEmpty(); line--) {
            Line asked = lines.get(line);
            if (asked.role() == Role.USER) {
                lines.set(
                        line,
                        new Line(
                                asked.role(),
                                more.text() + "\n\n" + asked.text(),
                                asked.calls(),
                                asked.answers()));
                return;
            }
        }
    }
}
