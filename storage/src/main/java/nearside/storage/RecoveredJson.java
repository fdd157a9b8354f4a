package nearside.storage;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// What became of a damaged database, as the text that lies beside it.
final class RecoveredJson {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private RecoveredJson() {}

    static String text(Recovered recovered) {
        JsonObject json = new JsonObject();
        json.addProperty("at", recovered.at().toString());
        json.addProperty("cause", recovered.cause().name());
        json.addProperty("conversations", recovered.found().conversations());
        json.addProperty("whole", recovered.found().whole());
        json.addProperty("damaged", recovered.found().damaged());
        json.addProperty("orphans", recovered.found().orphans());
        json.addProperty("from_backup", recovered.found().fromBackup());
        recovered.backup().ifPresent(file -> json.addProperty("backup", file.toString()));
        return GSON.toJson(json) + "\n";
    }

    /// Empty when this is no such text.
    static Optional<Recovered> read(Path set, String text) {
        try {
            JsonObject json = GSON.fromJson(text, JsonObject.class);
            return Optional.of(
                    new Recovered(
                            Instant.parse(json.get("at").getAsString()),
                            set,
                            Recovered.Cause.valueOf(json.get("cause").getAsString()),
                            found(json),
                            Optional.ofNullable(json.get("backup"))
                                    .map(it -> Path.of(it.getAsString()))));
        } catch (JsonParseException
                | DateTimeException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException
                | NullPointerException none) {
            return Optional.empty();
        }
    }

    private static Recovered.Found found(JsonObject json) {
        return new Recovered.Found(
                json.get("conversations").getAsInt(),
                json.get("whole").getAsInt(),
                json.get("damaged").getAsInt(),
                json.get("orphans").getAsInt(),
                json.get("from_backup").getAsInt());
    }
}
