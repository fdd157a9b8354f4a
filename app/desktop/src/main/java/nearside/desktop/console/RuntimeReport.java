package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.desktop.trouble.Explain;
import nearside.engine.accelerator.Verdict;
import nearside.engine.accelerator.VerdictJson;
import nearside.engine.pack.Pack;
import nearside.engine.pack.PackStanding;
import nearside.engine.pack.RuntimeNow;

import java.nio.charset.StandardCharsets;

/// What `doctor` says of the runtime and of packs.
record RuntimeReport(Explain explain) {
    JsonObject of(RuntimeNow now) {
        JsonObject json = new JsonObject();
        json.addProperty("version", now.version());
        JsonArray providers = new JsonArray();
        now.providers().forEach(providers::add);
        json.add("providers", providers);
        JsonArray packs = new JsonArray();
        now.packs().forEach(standing -> packs.add(of(standing)));
        json.add("packs", packs);
        return json;
    }

    private JsonObject of(PackStanding standing) {
        JsonObject json = new JsonObject();
        json.addProperty("folder", standing.folder().toString());
        switch (standing) {
            case PackStanding.Flawed _ -> add(json, "flawed");
            case PackStanding.InUse(Pack pack) -> add(json, "in-use", pack);
            case PackStanding.PutAside(Pack pack, Verdict verdict) -> {
                add(json, "put-aside", pack);
                json.add("verdict", json(verdict));
            }
            case PackStanding.LeftAlone(Pack pack) -> add(json, "left-alone", pack);
            case PackStanding.NotUsed(Pack pack) -> add(json, "not-used", pack);
        }
        json.addProperty("text", explain.of(standing));
        return json;
    }

    private static JsonObject json(Verdict verdict) {
        String text = new String(VerdictJson.bytes(verdict), StandardCharsets.UTF_8);
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static void add(JsonObject json, String state, Pack pack) {
        add(json, state);
        json.addProperty("provider", pack.provider().word());
    }

    private static void add(JsonObject json, String state) {
        json.addProperty("state", state);
    }
}
