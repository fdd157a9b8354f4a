package nearside.desktop.markdown;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A piece of a line that looks the same throughout.
///
/// @param text of a formula as it was written, with its delimiters
/// @param link where it points; empty for text alone
/// @param tex the formula that it is; empty for text
public record Run(String text, Set<Style> styles, Optional<Link> link, Optional<String> tex) {
    /// One of text.
    Run(String text, Set<Style> styles, Optional<Link> link) {
        this(text, styles, link, Optional.empty());
    }

    public Run {
        Objects.requireNonNull(text);
        styles = Set.copyOf(styles);
        Objects.requireNonNull(link);
        Objects.requireNonNull(tex);
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
