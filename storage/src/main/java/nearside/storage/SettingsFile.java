package nearside.storage;

import com.google.gson.JsonObject;

import nearside.storage.folder.OwnerOnly;
import nearside.storage.settings.KeptFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// The settings of a profile on disk: written to a temporary file, forced and moved, the previous
/// version kept. Works without the profile's lock, so that `models use` serves beside an open
/// window.
public final class SettingsFile {
    private final Path profile;
    private final KeptFile file;

    public SettingsFile(Path profile) {
        this.profile = profile;
        this.file = new KeptFile(profile.resolve("settings.json"));
    }

    /// The settings, or the previous version when the file cannot be read, or the defaults.
    public Settings read() {
        return file.read(SettingsJson::parse).map(SettingsJson::read).orElse(Settings.DEFAULT);
    }

    /// Changes the settings as they are now, also when another process changed them meanwhile. Keys
    /// that this version does not know stay in the file. Throws [StorageException].
    public Settings change(UnaryOperator<Settings> change) {
        try {
            OwnerOnly.folder(profile, Store.FILE);
            JsonObject now =
                    file.change(
                            SettingsJson::parse,
                            old -> SettingsJson.changed(old.orElseGet(JsonObject::new), change),
                            SettingsJson::text);
            return SettingsJson.read(now);
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }
}
