package nearside.storage;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What was measured on this device, by name. A file that cannot be read costs nothing but the time
/// to measure again: it is kept aside, and the measuring begins anew. Works without the profile's
/// lock.
public final class Measures {
    private final Path profile;
    private final KeptFile<JsonObject> file;

    public Measures(Path profile) {
        this.profile = profile;
        this.file = new KeptFile<>(profile.resolve("measures.json"), SettingsJson::parse);
    }

    /// The figures of that name, a JSON object; empty when nothing was measured.
    public Optional<String> of(String name) {
        return file.look()
                .value()
                .filter(all -> all.get(name) instanceof JsonObject)
                .map(all -> all.getAsJsonObject(name).toString());
    }

    /// Keeps figures in the place of those before. Throws [StorageException].
    ///
    /// @param figures a JSON object
    public void put(String name, String figures) {
        try {
            Profile.make(profile);
            file.change(found -> with(found, name, figures), SettingsJson::text);
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    private static JsonObject with(Optional<JsonObject> found, String name, String figures) {
        JsonObject all = found.orElseGet(JsonObject::new);
        all.add(name, JsonParser.parseString(figures).getAsJsonObject());
        return all;
    }
}
