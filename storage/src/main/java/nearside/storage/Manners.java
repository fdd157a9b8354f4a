package nearside.storage;

import java.util.Objects;

/// How the program behaves beside others on the desktop.
///
/// @param closing what closing the window does
/// @param notices whether the end of an answer is told while nobody looks
/// @param quickKey the keys that open a small window for one question from anywhere
public record Manners(Closing closing, Notices notices, QuickKey quickKey) {
    static final Manners USUAL = new Manners(Closing.QUIT, Notices.SHOWN, QuickKey.NONE);

    public Manners {
        Objects.requireNonNull(closing);
        Objects.requireNonNull(notices);
        Objects.requireNonNull(quickKey);
    }

    public Manners with(Closing next) {
        return new Manners(next, notices, quickKey);
    }

    public Manners with(Notices next) {
        return new Manners(closing, next, quickKey);
    }

    public Manners with(QuickKey next) {
        return new Manners(closing, notices, next);
    }

    /// What closing the window does.
    public enum Closing {
        /// It ends the program.
        QUIT,
        /// The program stays in the tray.
        TRAY
    }

    /// Whether the end of an answer is told while nobody looks.
    public enum Notices {
        SHOWN,
        NONE
    }

    /// Keys that are pressed at once.
    public enum QuickKey {
        NONE,
        CTRL_ALT_SPACE,
        CTRL_SHIFT_SPACE,
        CTRL_ALT_N
    }
}
