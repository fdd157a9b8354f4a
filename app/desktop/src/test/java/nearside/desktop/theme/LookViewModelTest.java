package nearside.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.ColorScheme;
import javafx.geometry.NodeOrientation;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.theme.SystemLook.Contrast;
import nearside.desktop.words.LanguageChoice;
import nearside.storage.Appearance;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        assertEquals(ThemeChoice.DARK, look.theme().getValue());
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
        SystemLook dark = new SystemLook(ColorScheme.DARK, Contrast.USUAL, Motion.USUAL);
        SystemLook light = new SystemLook(ColorScheme.LIGHT, Contrast.USUAL, Motion.USUAL);
        assertEquals(Shade.DARK, Shade.of(ThemeChoice.SYSTEM, dark));
        assertEquals(Shade.LIGHT, Shade.of(ThemeChoice.SYSTEM, light));
        assertEquals(Shade.LIGHT, Shade.of(ThemeChoice.LIGHT, dark));
        assertEquals(Shade.DARK, Shade.of(ThemeChoice.DARK, light));
        assertEquals(Shade.CONTRAST_LIGHT, Shade.of(ThemeChoice.CONTRAST_LIGHT, dark));
        assertEquals(Shade.CONTRAST_DARK, Shade.of(ThemeChoice.CONTRAST_DARK, light));
    }

    @Test
    void theSystemsContrastIsFollowedWhereNothingElseIsChosen() {
        SystemLook dark = new SystemLook(ColorScheme.DARK, Contrast.HIGH, Motion.USUAL);
        SystemLook light = new SystemLook(ColorScheme.LIGHT, Contrast.HIGH, Motion.USUAL);
        assertEquals(Shade.CONTRAST_DARK, Shade.of(ThemeChoice.SYSTEM, dark));
        assertEquals(Shade.CONTRAST_LIGHT, Shade.of(ThemeChoice.SYSTEM, light));
        assertEquals(Shade.LIGHT, Shade.of(ThemeChoice.LIGHT, dark));
    }

    @Test
    void whatSystemsSayOfContrastIsUnderstood() {
        assertEquals(Contrast.HIGH, SystemLook.contrast(Map.of("Windows.SPI.HighContrast", true)));
        assertEquals(Contrast.HIGH, SystemLook.contrast(Map.of("GTK.theme_name", "HighContrast")));
        assertEquals(
                Contrast.HIGH,
                SystemLook.contrast(Map.of("GTK.theme_name", "HighContrastInverse")));
        assertEquals(
                Contrast.USUAL,
                SystemLook.contrast(
                        Map.of("Windows.SPI.HighContrast", false, "GTK.theme_name", "Adwaita")));
        assertEquals(Contrast.USUAL, SystemLook.contrast(Map.of()));
    }

    @Test
    void lettersGrowAndShrinkByStepsAndStopAtTheLast() {
        List<Integer> sizes = new ArrayList<>();
        look.textSize().subscribe(size -> sizes.add(size.percent()));
        for (int i = 0; i < 6; i++) {
            look.enlarge();
        }
        for (int i = 0; i < 8; i++) {
            look.reduce();
        }
        assertEquals(List.of(100, 110, 125, 150, 175, 200, 175, 150, 125, 110, 100, 90, 80), sizes);
        assertEquals(80, file.read().appearance().textPercent());
        look.choose(TextSize.USUAL);
        assertEquals(Settings.DEFAULT, file.read());
    }

    @Test
    void aSizeBetweenTheStepsGoesToTheNext() {
        assertEquals(new TextSize(110), new TextSize(104).larger());
        assertEquals(TextSize.USUAL, new TextSize(104).smaller());
    }

    @Test
    void motionIsThePersonsAndElseTheSystems() {
        SystemLook still = new SystemLook(ColorScheme.LIGHT, Contrast.USUAL, Motion.LESS);
        SystemLook usual = new SystemLook(ColorScheme.LIGHT, Contrast.USUAL, Motion.USUAL);
        assertEquals(Motion.LESS, Motion.of(Appearance.Motion.SYSTEM, still));
        assertEquals(Motion.USUAL, Motion.of(Appearance.Motion.SYSTEM, usual));
        assertEquals(Motion.LESS, Motion.of(Appearance.Motion.REDUCED, usual));
        look.holdStill();
        assertEquals(Appearance.Motion.REDUCED, file.read().appearance().motion());
        look.moveAsSystem();
        assertEquals(Settings.DEFAULT, file.read());
    }

    @Test
    void aLanguageThatIsWrittenFromTheRightTurnsTheWindow() {
        assertEquals(NodeOrientation.RIGHT_TO_LEFT, Dress.side(Locale.forLanguageTag("ar")));
        assertEquals(NodeOrientation.RIGHT_TO_LEFT, Dress.side(Locale.forLanguageTag("he")));
        assertEquals(NodeOrientation.LEFT_TO_RIGHT, Dress.side(Locale.ENGLISH));
        assertEquals(NodeOrientation.LEFT_TO_RIGHT, Dress.side(Locale.SIMPLIFIED_CHINESE));
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
