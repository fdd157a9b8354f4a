package nearside.desktop.console;

import com.google.gson.JsonObject;

import nearside.desktop.offline.Standing;
import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.LocalFirst;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.offline.Wish;

import java.util.Locale;

/// What `doctor` says of the mode and of who enforces it.
final class ModeReport {
    private ModeReport() {}

    static JsonObject of(Standing standing) {
        JsonObject json = new JsonObject();
        switch (standing) {
            case LocalFirst() -> json.addProperty("name", "local_first");
            case Offline(Enforcer by, Wish wanted) -> {
                json.addProperty("name", "offline");
                json.addProperty("wanted_by", wanted.name().toLowerCase(Locale.ROOT));
                add(json, by);
            }
        }
        return json;
    }

    private static void add(JsonObject json, Enforcer by) {
        switch (by) {
            case Enforcer.Sealed() -> json.addProperty("enforced_by", "system");
            case Enforcer.Program(String why) -> {
                json.addProperty("enforced_by", "program");
                json.addProperty("why", why);
            }
        }
    }
}
