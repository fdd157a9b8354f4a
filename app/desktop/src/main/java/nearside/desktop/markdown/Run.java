package nearside.desktop.markdown;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A piece of a line that looks the same throughout.
///
/// @param link where it points; empty for text alone
public record Run(String text, Set<Style> styles, Optional<Link> link) {
    public Run {
        Objects.requireNonNull(text);
        styles = Set.copyOf(styles);
        Objects.requireNonNull(link);
    }

    /// How it looks.
    public enum Style {
        STRONG,
        EMPHASIS,
        STRIKE,
        CODE,
        /// What a language has of its own, in code.
        KEYWORD,
        TYPE,
        LITERAL,
        NUMBER,
        COMMENT,
        /// Annotations, directives and the like.
        META,
        /// Said by this program, not by the text.
        ASIDE
    }
}
