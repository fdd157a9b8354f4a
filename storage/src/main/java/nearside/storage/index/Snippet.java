package nearside.storage.index;

import nearside.storage.search.Excerpt;
import nearside.storage.search.Excerpt.Mark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Cuts the place out of a text at which most of what was looked for stands together.
public final class Snippet {
    static final int LENGTH = 160;

    /// How much is shown before what was found.
    private static final int BEFORE = 40;

    /// So many occurrences are looked at.
    private static final int ENOUGH = 200;

    private static final String CUT = "…";

    private Snippet() {}

    /// An occurrence of a phrase.
    private record Found(int phrase, int from, int to) {}

    /// The beginning of the text when nothing is looked for or found.
    public static Excerpt of(String text, List<Phrase> phrases) {
        List<Found> all = occurrences(text, phrases);
        int anchor = all.isEmpty() ? 0 : densest(all).from();
        int from = anchor <= BEFORE ? 0 : wordStart(text, anchor - BEFORE, anchor);
        int to = Math.min(text.length(), from + LENGTH);
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        return cut(text, from, to, marks(all, from, to));
    }

    private static List<Found> occurrences(String text, List<Phrase> phrases) {
        List<Found> all = new ArrayList<>();
        Run run = new Run(phrases.stream().mapToInt(it -> it.tokens().size()).max().orElse(0));
        Tokens tokens = new Tokens(text);
        while (all.size() < ENOUGH && tokens.next()) {
            run.add(tokens);
            for (int i = 0; i < phrases.size(); i++) {
                if (run.endsWith(phrases.get(i))) {
                    all.add(new Found(i, run.from(phrases.get(i)), run.to(text, phrases.get(i))));
                }
            }
        }
        return all;
    }

    private static Found densest(List<Found> all) {
        Found best = all.getFirst();
        int most = 0;
        for (Found start : all) {
            Set<Integer> together = new HashSet<>();
            all.stream()
                    .filter(it -> it.from() >= start.from())
                    .filter(it -> it.to() <= start.from() + LENGTH - BEFORE)
                    .forEach(it -> together.add(it.phrase()));
            if (together.size() > most) {
                most = together.size();
                best = start;
            }
        }
        return best;
    }

    private static int wordStart(String text, int at, int anchor) {
        for (int i = at; i < anchor; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static List<Mark> marks(List<Found> all, int from, int to) {
        List<Mark> marks = new ArrayList<>();
        all.stream()
                .filter(found -> found.from() >= from && found.from() < to)
                .map(found -> new Mark(found.from() - from, Math.min(found.to(), to) - from))
                .sorted((one, other) -> Integer.compare(one.from(), other.from()))
                .forEach(mark -> join(marks, mark));
        return marks;
    }

    private static void join(List<Mark> marks, Mark next) {
        if (!marks.isEmpty() && next.from() <= marks.getLast().to()) {
            Mark last = marks.removeLast();
            marks.add(new Mark(last.from(), Math.max(last.to(), next.to())));
        } else {
            marks.add(next);
        }
    }

    private static Excerpt cut(String text, int from, int to, List<Mark> marks) {
        String before = from > 0 ? CUT : "";
        String line = before + oneLine(text.substring(from, to)) + (to < text.length() ? CUT : "");
        int shift = before.length();
        return new Excerpt(
                line,
                marks.stream()
                        .map(mark -> new Mark(mark.from() + shift, mark.to() + shift))
                        .toList());
    }

    /// Line ends, controls and marks that turn or hide what follows become spaces, one for one.
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            if (turns || Character.isWhitespace(c) || Character.isISOControl(c)) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }
}
