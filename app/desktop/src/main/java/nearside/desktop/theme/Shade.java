package nearside.desktop.theme;

import javafx.application.ColorScheme;

/// Light or dark, and either with colours that stand out.
public enum Shade {
    LIGHT,
    DARK,
    CONTRAST_LIGHT,
    CONTRAST_DARK;

    /// The shade that a person's choice means while the system looks like this.
    static Shade of(ThemeChoice choice, SystemLook system) {
        return switch (choice) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case CONTRAST_LIGHT -> CONTRAST_LIGHT;
            case CONTRAST_DARK -> CONTRAST_DARK;
            case SYSTEM -> of(system);
        };
    }

    private static Shade of(SystemLook system) {
        boolean dark = system.scheme() == ColorScheme.DARK;
        return switch (system.contrast()) {
            case USUAL -> dark ? DARK : LIGHT;
            case HIGH -> dark ? CONTRAST_DARK : CONTRAST_LIGHT;
        };
    }

    boolean isDark() {
        return this == DARK || this == CONTRAST_DARK;
    }

    boolean standsOut() {
        return this == CONTRAST_LIGHT || this == CONTRAST_DARK;
    }
}
