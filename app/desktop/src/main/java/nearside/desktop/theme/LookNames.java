package nearside.desktop.theme;

import nearside.desktop.words.LanguageChoice;
import nearside.desktop.words.Words;

/// What the choices of the look are called.
public record LookNames(Words words) {
    public String of(ThemeChoice choice) {
        return switch (choice) {
            case SYSTEM -> words.of("settings.theme.system");
            case LIGHT -> words.of("settings.theme.light");
            case DARK -> words.of("settings.theme.dark");
            case CONTRAST_LIGHT -> words.of("settings.theme.contrast-light");
            case CONTRAST_DARK -> words.of("settings.theme.contrast-dark");
        };
    }

    public String of(TextSize size) {
        return words.of("settings.text.size", size.percent());
    }

    public String of(LanguageChoice choice) {
        return switch (choice) {
            case SYSTEM -> words.of("settings.language.system");
            case ENGLISH -> words.of("settings.language.english");
            case CHINESE -> words.of("settings.language.chinese");
        };
    }
}
