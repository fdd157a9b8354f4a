package nearside.desktop.words;

import nearside.storage.Settings;

import java.util.Locale;

/// What a person chose as the language of the window.
public enum LanguageChoice {
    SYSTEM,
    ENGLISH,
    CHINESE;

    public static LanguageChoice of(Settings.Language stored) {
        return switch (stored) {
            case SYSTEM -> SYSTEM;
            case ENGLISH -> ENGLISH;
            case CHINESE -> CHINESE;
        };
    }

    public Settings.Language stored() {
        return switch (this) {
            case SYSTEM -> Settings.Language.SYSTEM;
            case ENGLISH -> Settings.Language.ENGLISH;
            case CHINESE -> Settings.Language.CHINESE;
        };
    }

    /// The locale that this choice means where the system has that one.
    public Locale locale(Locale system) {
        return switch (this) {
            case SYSTEM -> system;
            case ENGLISH -> Locale.ENGLISH;
            case CHINESE -> Locale.SIMPLIFIED_CHINESE;
        };
    }
}
