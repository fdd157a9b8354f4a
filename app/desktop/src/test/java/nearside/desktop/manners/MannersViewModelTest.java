package nearside.desktop.manners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.hotkey.Hotkey.Grab;
import nearside.desktop.hotkey.KeyChord;
import nearside.desktop.hotkey.KeyChord.Held;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.tray.Tray.Seen;
import nearside.desktop.tray.TrayFace;
import nearside.desktop.words.Words;
import nearside.storage.Manners;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

class MannersViewModelTest {
    private static final TrayFace FACE = new TrayFace("N", "", List.of(), () -> {}, List.of());

    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private final PlayedDesktop desktop = new PlayedDesktop();
    private final List<String> done = new ArrayList<>();
    private SettingsFile settings;
    private MannersViewModel manners;

    @BeforeEach
    void begin() {
        settings = new SettingsFile(folder);
        manners = manners();
    }

    private MannersViewModel manners() {
        Background background =
                new Background(
                        Runnable::run,
                        ui,
                        failure -> {
                            throw new AssertionError(failure.toString());
                        });
        MannersViewModel made =
                new MannersViewModel(
                        settings.read().manners(),
                        settings,
                        new MannersViewModel.Asking(background, Runnable::run),
                        desktop.surroundings(),
                        Words.of(Locale.ENGLISH));
        made.begin(FACE, () -> done.add("quick"));
        ui.run();
        return made;
    }

    @Test
    void atFirstNothingIsAskedOfTheDesktop() {
        assertEquals(Optional.empty(), desktop.face());
        assertEquals(Optional.empty(), desktop.keys());
        assertFalse(manners.canHide());
        assertTrue(manners.tells().get());
    }

    @Test
    void whoStaysIsSeenInTheTrayAlsoAfterTheNextStart() {
        manners.stay(true);
        ui.run();
        assertEquals(Optional.of(FACE), desktop.face());
        assertTrue(manners.canHide());
        assertTrue(manners().canHide());
        manners.stay(false);
        ui.run();
        assertFalse(manners.canHide());
        assertEquals(Manners.Closing.QUIT, settings.read().manners().closing());
    }

    @Test
    void withoutATrayTheWindowIsNotHidden() {
        desktop.tray(Seen.NO);
        manners.stay(true);
        ui.run();
        assertFalse(manners.canHide(), "nobody would find it again");
        desktop.tray(Seen.YES);
        ui.run();
        assertTrue(manners.canHide());
    }

    @Test
    void keysAreTakenAndGivenBack() {
        manners.choose(QuickKey.CTRL_ALT_SPACE);
        ui.run();
        assertEquals(
                Optional.of(new KeyChord(Set.of(Held.CONTROL, Held.ALT), ' ')), desktop.keys());
        assertEquals(Optional.of(Grab.DONE), manners.grab().get());
        desktop.press();
        ui.run();
        assertEquals(List.of("quick"), done);
        manners.choose(QuickKey.NONE);
        ui.run();
        assertEquals(Optional.empty(), desktop.keys());
        assertEquals(Optional.empty(), manners.grab().get());
    }

    @Test
    void keysOfAnotherProgramAreSaid() {
        desktop.grabs(Grab.TAKEN);
        manners.choose(QuickKey.CTRL_SHIFT_SPACE);
        ui.run();
        assertEquals(Optional.of(Grab.TAKEN), manners.grab().get());
    }

    @ParameterizedTest
    @EnumSource(QuickKey.class)
    void keysAreKept(QuickKey key) {
        manners.choose(key);
        assertEquals(key, manners().quickKey().get());
        assertEquals(key.chord(), desktop.keys());
    }

    @Test
    void onlyALongAnswerIsTold() {
        manners.answered(Duration.ofSeconds(9), () -> done.add("shown"));
        assertEquals(List.of(), desktop.told());
        manners.answered(Duration.ofSeconds(34), () -> done.add("shown"));
        PlayedDesktop.Told told = desktop.told().getFirst();
        assertEquals("The answer is there", told.title());
        assertEquals("Nearside wrote it in 34 s.", told.text());
        told.chosen().run();
        assertEquals(List.of("shown"), done);
        manners.tell(false);
        manners.answered(Duration.ofSeconds(34), () -> {});
        assertEquals(1, desktop.told().size());
        assertFalse(manners().tells().get());
    }

    @Test
    void allIsGivenBackAtTheEnd() {
        manners.choose(QuickKey.CTRL_ALT_N);
        manners.close();
        assertEquals(Optional.empty(), desktop.keys());
    }
}
