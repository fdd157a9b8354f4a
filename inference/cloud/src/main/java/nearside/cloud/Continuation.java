package nearside.cloud;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a far model is asked to go on with a reply that was begun. Many refuse a prompt that ends
/// with an assistant's line, so it is asked by a user's: with the last sentences, the unfinished
/// one to be said again, by which [Joint] finds the place.
final class Continuation {
    private static final int SENTENCES = 2;
    private static final int MOST = 400;

    private Continuation() {}

    /// The lines that leave.
    static List<Line> lines(Prompt prompt) {
        return switch (prompt.ending()) {
            case NEW_REPLY -> prompt.lines();
            case OPEN_REPLY -> {
                List<Line> lines = new ArrayList<>(prompt.lines());
                lines.add(new Line(Role.USER, request(lines.getLast().text())));
                yield List.copyOf(lines);
            }
        };
    }

    private static String request(String written) {
        return "Your reply was cut off. It ends with:\n\n"
                + lastSentences(written)
                + "\n\nGo on from there. Say the last, unfinished sentence again from its beginning,"
                + " word for word, then finish it and the rest. Write nothing else: no"
                + " introduction, no remark, nothing that you wrote before that sentence.";
    }

    /// The last ones, as far as they are not too long.
    static String lastSentences(String written) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(written);
        int from = sentences.last();
        for (int i = 0; i < SENTENCES && from > 0; i++) {
            from = sentences.previous();
        }
        int earliest = Math.max(0, written.length() - MOST);
        return from >= earliest ? written.substring(from) : atWord(written, earliest);
    }

    /// From the first word that begins there or later.
    private static String atWord(String text, int earliest) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int from = words.isBoundary(earliest) ? earliest : words.following(earliest);
        return text.substring(Math.min(from, text.length())).stripLeading();
    }
}
