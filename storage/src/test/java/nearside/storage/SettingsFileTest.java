package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

class SettingsFileTest {
    @TempDir Path folder;

    @Test
    void whatWasChangedIsReadByTheNextOne() {
        Settings chosen =
                new Settings(
                        Optional.of("phi-3"),
                        Settings.Theme.DARK,
                        Settings.Language.CHINESE,
                        Optional.of(
                                new Settings.Place(
                                        -5.5, 10, 800, 600, Settings.Place.Maximized.YES)));

        assertEquals(chosen, new SettingsFile(folder).change(old -> chosen));

        assertEquals(chosen, new SettingsFile(folder).read());
    }
}
