package nearside.desktop.theme;

import javafx.application.ColorScheme;

/// Light or dark.
public enum Shade {
    LIGHT,
    DARK;

    /// The shade that a person's choice means while the system has this colour scheme.
    public static Shade of(ThemeChoice choice, ColorScheme system) {
        return switch (choice) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case SYSTEM -> system == ColorScheme.DARK ? DARK : LIGHT;
        };
    }
}
