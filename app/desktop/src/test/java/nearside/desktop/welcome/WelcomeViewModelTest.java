package nearside.desktop.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.device.Sample;
import nearside.storage.Settings.Theme;
import nearside.storage.Settings.Welcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// When the welcome is seen, and when it looks anew.
final class WelcomeViewModelTest {
    @TempDir Path folder;
    private Guest guest;

    @BeforeEach
    void come() {
        guest = new Guest(folder);
    }

    @AfterEach
    void leave() {
        guest.close();
    }

    private static Sample sample(long freeBytes) {
        return new Sample(freeBytes, 16L << 30, 4, Sample.Source.OTHER);
    }

    @Test
    void aBareProfileIsWelcomedAndOnceIsEnough() {
        assertTrue(guest.welcome.shown().get());
        guest.welcome.skip();
        assertFalse(guest.welcome.shown().get());
        assertEquals(Welcome.PUT_AWAY, guest.kept());
        leave();
        come();
        assertFalse(guest.welcome.shown().get());
    }

    @Test
    void itIsShownAgainForWhoWantsItAndTheRestStays() {
        guest.settings.change(old -> old.with(Theme.DARK));
        guest.welcome.skip();
        guest.welcome.showAgain();
        assertTrue(guest.welcome.shown().get());
        assertEquals(Welcome.SHOWN, guest.kept());
        assertEquals(Theme.DARK, guest.settings.read().theme());
    }

    @Test
    void whatNobodySeesIsNotRead() {
        guest.welcome.skip();
        guest.welcome.refresh();
        guest.welcome.memoryIs(sample(8L << 30));
        guest.ui.run();
        assertEquals(0, guest.readings);
    }

    @Test
    void modelsAreLookedAtAnewWhenMuchMemoryCameOrWent() {
        guest.welcome.memoryIs(sample(8L << 30));
        guest.ui.run();
        assertEquals(1, guest.readings);
        guest.welcome.memoryIs(sample((8L << 30) - (100L << 20)));
        guest.ui.run();
        assertEquals(1, guest.readings);
        guest.welcome.memoryIs(sample(7L << 30));
        guest.ui.run();
        assertEquals(2, guest.readings);
    }
}
