package nearside.storage.search;

import java.util.List;
import java.util.Objects;

/// A line cut out of a text, with what was found in it marked.
///
/// @param marks in order, without overlaps
public record Excerpt(String text, List<Mark> marks) {
    public Excerpt {
        Objects.requireNonNull(text);
        marks = List.copyOf(marks);
    }

    /// From one character to before another.
    public record Mark(int from, int to) {
        public Mark {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }
    }
}
