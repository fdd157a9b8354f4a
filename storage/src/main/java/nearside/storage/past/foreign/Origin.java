package nearside.storage.past.foreign;

import com.google.gson.JsonObject;

import nearside.storage.past.PastSource;

import java.util.Locale;
import java.util.Optional;

/// Where a conversation comes from, as it is kept with it: the program, the id over there, and the
/// members that nothing else holds.
record Origin(PastSource source, String id, JsonObject fields) {
    Optional<String> json() {
        JsonObject json = new JsonObject();
        json.addProperty("from", source.name().toLowerCase(Locale.ROOT));
        json.addProperty("id", id);
        if (!fields.isEmpty()) {
            json.add("fields", fields);
        }
        return Optional.of(json.toString());
    }
}
