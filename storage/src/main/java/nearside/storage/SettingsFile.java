package nearside.storage;

import com.google.gson.JsonObject;

import nearside.storage.KeptFile.Found;
import nearside.storage.SettingsFound.From;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The settings of a profile on disk: written to a temporary file, forced and moved, the previous
/// version kept. Works without the profile's lock, so that `models use` serves beside an open
/// window.
public final class SettingsFile {
    private final Path profile;
    private final KeptFile<JsonObject> file;

    public SettingsFile(Path profile) {
        this.profile = profile;
        this.file = new KeptFile<>(profile.resolve("settings.json"), SettingsJson::parse);
    }

    /// The settings as a start finds them, with all that is to be told: the previous version when
    /// the file cannot be read, or the defaults. A copy of what cannot be read is kept.
    public SettingsFound open() {
        try {
            return told(file.keepDamaged());
        } catch (IOException readOnly) {
            return told(file.look());
        }
    }

    /// The same settings, for whoever needs them later on.
    public Settings read() {
        return told(file.look()).settings();
    }

    /// Changes the settings as they are now, also when another process changed them meanwhile. Keys
    /// that this version does not know stay in the file. Throws [StorageException].
    public Settings change(UnaryOperator<Settings> change) {
        try {
            Profile.make(profile);
            JsonObject now =
                    file.change(
                            found -> changed(found.orElseGet(JsonObject::new), change),
                            SettingsJson::text);
            return settings(now);
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    private JsonObject changed(JsonObject json, UnaryOperator<Settings> change) {
        Settings old = settings(json);
        return SettingsJson.changed(json, old, change.apply(old));
    }

    private Settings settings(JsonObject json) {
        return SettingsReader.read(file.of(From.CURRENT), json).settings();
    }

    private SettingsFound told(Found<JsonObject> found) {
        SettingsReader.Read read =
                SettingsReader.read(
                        file.of(found.from()), found.value().orElseGet(JsonObject::new));
        List<SettingsTrouble> troubles = new ArrayList<>(found.damaged());
        troubles.addAll(read.troubles());
        return new SettingsFound(file.of(From.CURRENT), read.settings(), found.from(), troubles);
    }
}
