package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.desktop.trouble.Explain;
import nearside.storage.SettingsFound;
import nearside.storage.SettingsTrouble;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicyState;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What `doctor` says of the settings and the policy.
record RulesReport(Explain explain) {
    JsonObject of(SettingsFound found) {
        JsonObject json = new JsonObject();
        json.addProperty("file", found.file().toString());
        json.addProperty("used", found.from().name().toLowerCase(Locale.ROOT));
        JsonArray troubles = new JsonArray();
        found.troubles().forEach(trouble -> troubles.add(entry(trouble)));
        json.add("troubles", troubles);
        return json;
    }

    private JsonObject entry(SettingsTrouble trouble) {
        JsonObject entry = new JsonObject();
        entry.addProperty("file", trouble.file().toString());
        switch (trouble) {
            case SettingsTrouble.Damaged(var _, var _, var keptAs) ->
                    keptAs.ifPresent(kept -> entry.addProperty("kept_as", kept.toString()));
            case SettingsTrouble.WrongValue(var _, String key, String expected, String value) ->
                    value(entry, key, expected, value);
            case SettingsTrouble.Newer(var _, int format, int known) -> {
                entry.addProperty("format", format);
                entry.addProperty("known_format", known);
            }
        }
        entry.addProperty("text", explain.of(trouble));
        return entry;
    }

    /// @param places where policy is looked for
    JsonObject of(PolicyState state, List<Path> places) {
        JsonObject json = new JsonObject();
        json.add("places", paths(places));
        JsonArray faults = new JsonArray();
        switch (state) {
            case PolicyState.None _ -> put(json, "none", List.of());
            case PolicyState.Valid(var _, List<Path> files) -> put(json, "valid", files);
            case PolicyState.Restricted(List<PolicyFault> all) -> {
                put(json, "restricted", List.of());
                all.forEach(fault -> faults.add(entry(fault)));
            }
        }
        json.add("faults", faults);
        json.add("rules", PolicyRules.of(state.policy()));
        return json;
    }

    private static void put(JsonObject json, String state, List<Path> files) {
        json.addProperty("state", state);
        json.add("files", paths(files));
    }

    private JsonObject entry(PolicyFault fault) {
        JsonObject entry = new JsonObject();
        entry.addProperty("path", fault.path().toString());
        if (fault instanceof PolicyFault.WrongValue wrong) {
            value(entry, wrong.key(), wrong.expected(), wrong.found());
        }
        entry.addProperty("text", explain.of(fault));
        return entry;
    }

    private static void value(JsonObject entry, String key, String expected, String found) {
        entry.addProperty("key", key);
        entry.addProperty("expected", expected);
        entry.addProperty("found", found);
    }

    private static JsonArray paths(List<Path> paths) {
        JsonArray all = new JsonArray();
        paths.forEach(path -> all.add(path.toString()));
        return all;
    }
}
