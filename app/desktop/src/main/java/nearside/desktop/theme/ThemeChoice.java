package nearside.desktop.theme;

import nearside.storage.Settings;

/// What a person chose for the look of the window.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK;

    public static ThemeChoice of(Settings.Theme stored) {
        return switch (stored) {
            case SYSTEM -> SYSTEM;
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    Settings.Theme stored() {
        return switch (this) {
            case SYSTEM -> Settings.Theme.SYSTEM;
            case LIGHT -> Settings.Theme.LIGHT;
            case DARK -> Settings.Theme.DARK;
        };
    }
}
