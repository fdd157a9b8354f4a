package nearside.desktop.switcher;

import java.util.Objects;

/// Something to go to, or to do.
public record SwitchItem(Kind kind, String title, Runnable action) {
    public SwitchItem {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        Objects.requireNonNull(action);
    }

    /// What it is.
    public enum Kind {
        CONVERSATION,
        COMMAND,
        /// A text to ask with.
        PROMPT
    }
}
