package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.storage.Recovered;

import java.util.List;
import java.util.Locale;

/// What became of each database that was damaged, as `doctor` tells it.
final class RecoveredReport {
    private RecoveredReport() {}

    static JsonArray of(List<Recovered> all) {
        JsonArray array = new JsonArray();
        all.stream().map(RecoveredReport::entry).forEach(array::add);
        return array;
    }

    private static JsonObject entry(Recovered recovered) {
        JsonObject json = new JsonObject();
        json.addProperty("at", recovered.at().toString());
        json.addProperty("cause", recovered.cause().name().toLowerCase(Locale.ROOT));
        json.addProperty("files", recovered.set().toString());
        json.addProperty("conversations", recovered.found().conversations());
        json.addProperty("messages_whole", recovered.found().whole());
        json.addProperty("messages_damaged", recovered.found().damaged());
        json.addProperty("orphaned_texts", recovered.found().orphans());
        json.addProperty("messages_from_backup", recovered.found().fromBackup());
        return json;
    }
}
