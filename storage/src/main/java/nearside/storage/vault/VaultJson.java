package nearside.storage.vault;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import nearside.storage.vault.VaultRecord.Keeping;

import java.util.Optional;

/// A vault's record as JSON.
final class VaultJson {
    static final int FORMAT = 1;

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private VaultJson() {}

    static String text(VaultRecord record) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("id", record.id());
        json.addProperty("check", record.check());
        switch (record.keeping()) {
            case Keeping.InSystem() -> json.addProperty("key", "system");
            case Keeping.InFile() -> json.addProperty("key", "file");
            case Keeping.ByPassphrase(int rounds, String salt, String sealed) -> {
                json.addProperty("key", "passphrase");
                json.addProperty("rounds", rounds);
                json.addProperty("salt", salt);
                json.addProperty("sealed", sealed);
            }
        }
        record.recovery().ifPresent(sealed -> json.addProperty("recovery", sealed));
        return GSON.toJson(json) + "\n";
    }

    /// Empty when this is no record of this format.
    static Optional<VaultRecord> read(String text) {
        try {
            JsonObject json = GSON.fromJson(text, JsonObject.class);
            return json != null && json.get("format").getAsInt() == FORMAT
                    ? Optional.of(record(json))
                    : Optional.empty();
        } catch (JsonParseException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException
                | NullPointerException none) {
            return Optional.empty();
        }
    }

    private static VaultRecord record(JsonObject json) {
        Keeping keeping =
                switch (json.get("key").getAsString()) {
                    case "system" -> new Keeping.InSystem();
                    case "file" -> new Keeping.InFile();
                    case "passphrase" ->
                            new Keeping.ByPassphrase(
                                    json.get("rounds").getAsInt(),
                                    json.get("salt").getAsString(),
                                    json.get("sealed").getAsString());
                    default -> throw new IllegalArgumentException("unknown way to keep a key");
                };
        return new VaultRecord(
                json.get("id").getAsString(),
                json.get("check").getAsString(),
                keeping,
                Optional.ofNullable(json.get("recovery")).map(it -> it.getAsString()));
    }
}
