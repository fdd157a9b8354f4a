package nearside.desktop.markdown;

import javafx.scene.control.IndexRange;

import java.text.BreakIterator;

/// Finds the word or the paragraph around a place in a text.
public final class WordAt {
    private WordAt() {}

    public static IndexRange word(String text, int at) {
        if (text.isEmpty()) {
            return new IndexRange(0, 0);
        }
        BreakIterator words = BreakIterator.getWordInstance();
        words.setText(text);
        int inside = Math.min(at, text.length() - 1);
        int end = words.following(inside);
        return new IndexRange(words.previous(), end);
    }

    public static IndexRange paragraph(String text, int at) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        return new IndexRange(start, end < 0 ? text.length() : end);
    }
}
