package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.copilot.fit.Computing;
import nearside.copilot.fit.Computing.Why;
import nearside.copilot.fit.ExpectedSpeed;
import nearside.copilot.fit.ExpectedSpeed.Range;
import nearside.copilot.fit.FitLabel;
import nearside.copilot.fit.FitLabel.Numbers;
import nearside.copilot.fit.Help;
import nearside.desktop.fit.FitWords;

import java.util.Locale;

/// A label as a program reads it; bytes and tokens are whole numbers.
record FitJson(FitWords words) {
    JsonObject of(FitLabel label) {
        JsonObject json = new JsonObject();
        json.addProperty("state", word(label.state()));
        JsonArray limits = new JsonArray();
        label.limits().stream().sorted().forEach(it -> limits.add(word(it)));
        json.add("limits", limits);
        json.add("memory", memory(label.numbers()));
        JsonObject disk = new JsonObject();
        disk.addProperty("needed_bytes", label.numbers().disk().needed());
        disk.addProperty("free_bytes", label.numbers().disk().free());
        json.add("disk", disk);
        json.add("computing", computing(label.computing()));
        json.add("speed", speed(label.speed()));
        JsonArray helps = new JsonArray();
        label.helps().forEach(it -> helps.add(help(it)));
        json.add("helps", helps);
        return json;
    }

    private static JsonObject memory(Numbers numbers) {
        JsonObject json = new JsonObject();
        json.addProperty("context_tokens", numbers.wanted().tokens());
        json.addProperty("weights_bytes", numbers.weights());
        json.addProperty("cache_bytes", numbers.cache());
        json.addProperty("needed_bytes", numbers.whole());
        json.addProperty("margin_bytes", numbers.margin());
        json.addProperty("missing_bytes", numbers.missing());
        json.addProperty("free_bytes", numbers.memory().freeBytes());
        json.addProperty("total_bytes", numbers.memory().totalBytes());
        return json;
    }

    private static JsonObject computing(Computing computing) {
        JsonObject json = new JsonObject();
        json.addProperty("on", computing.on().word());
        JsonArray aside = new JsonArray();
        for (Computing.Aside each : computing.aside()) {
            JsonObject one = new JsonObject();
            one.addProperty("provider", each.provider().word());
            one.addProperty("name", each.called());
            one.addProperty("why", why(each.why()));
            aside.add(one);
        }
        json.add("aside", aside);
        return json;
    }

    private static String why(Why why) {
        return switch (why) {
            case Why.NotHere() -> "not_here";
            case Why.NotWanted() -> "not_wanted";
            case Why.MadeForAnother() -> "made_for_another";
            case Why.Later() -> "later";
            case Why.Tried _ -> "tried";
        };
    }

    private static JsonObject speed(ExpectedSpeed speed) {
        JsonObject json = new JsonObject();
        switch (speed) {
            case ExpectedSpeed.Measured(double reading, double writing, var _) -> {
                json.addProperty("source", "measured");
                json.add("reading", range(new Range(reading, reading, reading)));
                json.add("writing", range(new Range(writing, writing, writing)));
            }
            case ExpectedSpeed.Derived(Range reading, Range writing, String from) -> {
                json.addProperty("source", "derived");
                json.addProperty("from", from);
                json.add("reading", range(reading));
                json.add("writing", range(writing));
            }
            case ExpectedSpeed.Unknown() -> json.addProperty("source", "unknown");
        }
        return json;
    }

    private static JsonObject range(Range range) {
        JsonObject json = new JsonObject();
        json.addProperty("low", rounded(range.low()));
        json.addProperty("likely", rounded(range.likely()));
        json.addProperty("high", rounded(range.high()));
        return json;
    }

    private static double rounded(double rate) {
        return Math.round(rate * 100) / 100.0;
    }

    private JsonObject help(Help help) {
        JsonObject json = new JsonObject();
        switch (help) {
            case Help.ShorterContext(int tokens) -> {
                json.addProperty("kind", "shorter_context");
                json.addProperty("tokens", tokens);
            }
            case Help.Int8Cache() -> json.addProperty("kind", "int8_cache");
            case Help.ClosePrograms(long bytes) -> bytes(json, "close_programs", bytes);
            case Help.OtherVariant(String id) -> id(json, "other_variant", id);
            case Help.SmallerModel(String id) -> id(json, "smaller_model", id);
            case Help.FreeDisk(long bytes) -> bytes(json, "free_disk", bytes);
            case Help.MoreMemory(long bytes) -> bytes(json, "more_memory", bytes);
        }
        json.addProperty("sentence", words.of(help));
        return json;
    }

    private static void bytes(JsonObject json, String kind, long bytes) {
        json.addProperty("kind", kind);
        json.addProperty("bytes", bytes);
    }

    private static void id(JsonObject json, String kind, String id) {
        json.addProperty("kind", kind);
        json.addProperty("id", id);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
