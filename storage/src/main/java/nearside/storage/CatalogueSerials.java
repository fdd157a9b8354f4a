package nearside.storage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/// The last issue of a catalogue that was accepted, by the key that signed it, so that an earlier
/// one is not believed again. They only grow. Works without the profile's lock.
public final class CatalogueSerials {
    private final Path profile;
    private final KeptFile<JsonObject> file;

    public CatalogueSerials(Path profile) {
        this.profile = profile;
        this.file = new KeptFile<>(profile.resolve("catalogues.json"), SettingsJson::parse);
    }

    /// Zero where none was accepted yet.
    ///
    /// @param key in Base64
    public long of(String key) {
        return file.look().value().map(all -> serial(all, key)).orElse(0L);
    }

    /// Keeps that an issue was accepted, unless a later one was. Throws [StorageException].
    public void accepted(String key, long serial) {
        if (serial <= of(key)) {
            return;
        }
        try {
            Profile.make(profile);
            file.change(found -> with(found, key, serial), SettingsJson::text);
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    /// Another process may have accepted a later one meanwhile.
    private static JsonObject with(Optional<JsonObject> found, String key, long serial) {
        JsonObject all = found.orElseGet(JsonObject::new);
        all.addProperty(key, Math.max(serial, serial(all, key)));
        return all;
    }

    /// What is no serial was not written by this program, and counts as none.
    private static long serial(JsonObject all, String key) {
        JsonElement value = all.get(key);
        return value instanceof JsonPrimitive number && number.isNumber()
                ? whole(number.getAsBigDecimal())
                : 0;
    }

    private static long whole(BigDecimal number) {
        try {
            return Math.max(0, number.longValueExact());
        } catch (ArithmeticException none) {
            return 0;
        }
    }
}
