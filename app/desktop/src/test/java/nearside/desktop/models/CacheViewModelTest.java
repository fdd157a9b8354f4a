package nearside.desktop.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.storage.Settings;
import nearside.storage.Settings.KvCache;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class CacheViewModelTest {
    @TempDir Path profile;
    private final List<KvCache> taken = new ArrayList<>();

    private CacheViewModel over(SettingsFile file) {
        return new CacheViewModel(
                file.read(),
                file,
                taken::add,
                new Background(Runnable::run, new HeldThread(), _ -> {}));
    }

    @ParameterizedTest
    @EnumSource(CacheChoice.class)
    void aChoiceIsTakenAtOnceKeptAndShownByTheNextWindow(CacheChoice choice) {
        SettingsFile file = new SettingsFile(profile);
        CacheViewModel cache = over(file);
        cache.choose(choice);
        assertEquals(choice, cache.choice().get());
        assertEquals(List.of(choice.stored()), taken);
        assertEquals(choice, over(file).choice().get());
    }

    @Test
    void onlyTheCacheChanges() {
        SettingsFile file = new SettingsFile(profile);
        Settings before = file.change(old -> old.withModel(Optional.of("phi3")));
        over(file).choose(CacheChoice.SMALL);
        assertEquals(before.with(KvCache.INT8), file.read());
    }
}
