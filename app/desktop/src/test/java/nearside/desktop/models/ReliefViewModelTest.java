package nearside.desktop.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

final class ReliefViewModelTest {
    @TempDir Path profile;

    private static ReliefViewModel over(SettingsFile file) {
        return new ReliefViewModel(
                file.read(), file, new Background(Runnable::run, new HeldThread(), _ -> {}));
    }

    private static List<Relief> allowed(ReliefViewModel reliefs) {
        return Arrays.stream(Relief.values()).filter(it -> reliefs.allowed(it).get()).toList();
    }

    @ParameterizedTest
    @EnumSource(Relief.class)
    void aChoiceIsKeptAndShownByTheNextWindow(Relief relief) {
        SettingsFile file = new SettingsFile(profile);
        ReliefViewModel reliefs = over(file);
        assertEquals(List.of(Relief.values()), allowed(reliefs));

        reliefs.forbid(relief);
        assertEquals(Set.of(relief.stored()), file.read().running().never());
        assertEquals(allowed(reliefs), allowed(over(file)));
        assertEquals(2, allowed(reliefs).size());

        reliefs.allow(relief);
        assertEquals(Settings.DEFAULT, file.read());
        assertEquals(List.of(Relief.values()), allowed(reliefs));
    }
}
