package nearside.storage;

import nearside.storage.Settings.Theme;

import java.util.Objects;

/// How a person wants to see the window.
///
/// @param textPercent how large its letters are, of the usual size
public record Appearance(Theme theme, int textPercent, Motion motion) {
    public static final int SMALLEST_TEXT = 80;
    public static final int LARGEST_TEXT = 200;

    static final Appearance USUAL = new Appearance(Theme.SYSTEM, 100, Motion.SYSTEM);

    public Appearance {
        Objects.requireNonNull(theme);
        Objects.requireNonNull(motion);
        if (!isTextSize(textPercent)) {
            throw new IllegalArgumentException("letters of " + textPercent + " %");
        }
    }

    static boolean isTextSize(int percent) {
        return percent >= SMALLEST_TEXT && percent <= LARGEST_TEXT;
    }

    public Appearance with(Theme next) {
        return new Appearance(next, textPercent, motion);
    }

    public Appearance with(Motion next) {
        return new Appearance(theme, textPercent, next);
    }

    public Appearance withText(int percent) {
        return new Appearance(theme, percent, motion);
    }

    /// What moves by itself.
    public enum Motion {
        SYSTEM,
        REDUCED
    }
}
