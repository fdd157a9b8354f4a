package nearside.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.ColorScheme;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.words.LanguageChoice;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

final class LookViewModelTest {
    @TempDir Path profile;
    private SettingsFile file;
    private LookViewModel look;

    @BeforeEach
    void open() {
        file = new SettingsFile(profile);
        look =
                new LookViewModel(
                        Settings.DEFAULT,
                        file,
                        new Background(Runnable::run, new HeldThread(), _ -> {}));
    }

    @Test
    void aThemeIsTakenAtOnceAndKept() {
        look.choose(ThemeChoice.DARK);
        assertEquals(ThemeChoice.DARK, look.theme().get());
        assertEquals(Settings.Theme.DARK, file.read().theme());
    }

    @Test
    void aLanguageIsKeptAndNeedsARestart() {
        look.choose(LanguageChoice.CHINESE);
        assertEquals(Settings.Language.CHINESE, file.read().language());
        assertTrue(look.needsRestart().get());
        look.choose(LanguageChoice.SYSTEM);
        assertFalse(look.needsRestart().get());
    }

    @Test
    void onlyWhatWasChosenChanges() {
        file.change(old -> old.withModel(Optional.of("phi3")));
        look.choose(ThemeChoice.LIGHT);
        look.choose(LanguageChoice.ENGLISH);
        assertEquals(
                Settings.DEFAULT
                        .withModel(Optional.of("phi3"))
                        .with(Settings.Theme.LIGHT)
                        .with(Settings.Language.ENGLISH),
                file.read());
    }

    @Test
    void theSystemsShadeCountsOnlyWhenNothingElseIsChosen() {
        assertEquals(Shade.DARK, Shade.of(ThemeChoice.SYSTEM, ColorScheme.DARK));
        assertEquals(Shade.LIGHT, Shade.of(ThemeChoice.SYSTEM, ColorScheme.LIGHT));
        assertEquals(Shade.LIGHT, Shade.of(ThemeChoice.LIGHT, ColorScheme.DARK));
        assertEquals(Shade.DARK, Shade.of(ThemeChoice.DARK, ColorScheme.LIGHT));
    }

    @Test
    void everyStoredChoiceComesBackAsItself() {
        for (ThemeChoice choice : ThemeChoice.values()) {
            assertEquals(choice, ThemeChoice.of(choice.stored()));
        }
        for (LanguageChoice choice : LanguageChoice.values()) {
            assertEquals(choice, LanguageChoice.of(choice.stored()));
        }
    }

    @Test
    void theSystemsLanguageCountsOnlyWhenNoneIsChosen() {
        assertEquals(Locale.FRENCH, LanguageChoice.SYSTEM.locale(Locale.FRENCH));
        assertEquals(Locale.ENGLISH, LanguageChoice.ENGLISH.locale(Locale.FRENCH));
        assertEquals(Locale.SIMPLIFIED_CHINESE, LanguageChoice.CHINESE.locale(Locale.FRENCH));
    }
}
