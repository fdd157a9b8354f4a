package nearside.desktop.theme;

import nearside.storage.Settings;

/// What a person chose for the look of the window.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK,
    CONTRAST_LIGHT,
    CONTRAST_DARK;

    public static ThemeChoice of(Settings.Theme stored) {
        return switch (stored) {
            case SYSTEM -> SYSTEM;
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case CONTRAST_LIGHT -> CONTRAST_LIGHT;
            case CONTRAST_DARK -> CONTRAST_DARK;
        };
    }

    Settings.Theme stored() {
        return switch (this) {
            case SYSTEM -> Settings.Theme.SYSTEM;
            case LIGHT -> Settings.Theme.LIGHT;
            case DARK -> Settings.Theme.DARK;
            case CONTRAST_LIGHT -> Settings.Theme.CONTRAST_LIGHT;
            case CONTRAST_DARK -> Settings.Theme.CONTRAST_DARK;
        };
    }
}
