package nearside.copilot.orchestrator;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import nearside.copilot.device.DeviceJson;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Beyond;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Model.Absent;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.engine.device.DeviceReading;
import nearside.storage.Settings.Relief;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A decision as it is stored beside its reply and printed by the terminal: one flat JSON object.
public final class DecisionRecord {
    /// Tokens that left in this turn before the far model asked for more.
    static final String LEFT_BEFORE = "left_before_tokens";

    static final String GIVEN_UP = "given_up_characters";
    static final String BEFORE = "before";

    /// That a far side was asked and wrote nothing.
    static final String IN_VAIN = "lent_in_vain";

    private static final String TARGET = "target";
    private static final String PERSON = "person";

    private DecisionRecord() {}

    /// Of a reply that a person wrote.
    static JsonObject rewritten() {
        JsonObject json = new JsonObject();
        json.addProperty(TARGET, PERSON);
        return json;
    }

    /// Whether a person wrote the reply.
    ///
    /// @param record as it is stored
    public static boolean isRewritten(String record) {
        return read(record)
                .map(json -> json.get(TARGET))
                .filter(it -> it instanceof JsonPrimitive word && word.getAsString().equals(PERSON))
                .isPresent();
    }

    /// With the device as it was, as far as that is known.
    public static JsonObject of(Decision decision, DeviceReading device) {
        JsonObject json = of(decision);
        DeviceJson.add(json, device);
        return json;
    }

    public static JsonObject of(Decision decision) {
        Situation situation = decision.situation();
        JsonObject json = new JsonObject();
        json.addProperty(TARGET, target(decision.target()));
        json.addProperty("reason", decision.reason().name());
        json.addProperty("prompt_tokens", situation.prompt().count());
        json.addProperty("prompt_counted", situation.prompt().certainty() == Certainty.COUNTED);
        json.addProperty("reply_limit", replyLimit(decision));
        json.addProperty("need_bytes", decision.needs().bytes());
        json.addProperty("margin_bytes", decision.needs().marginBytes());
        json.addProperty("free_bytes", situation.memory().freeBytes());
        json.addProperty("total_bytes", situation.memory().totalBytes());
        json.addProperty("missing_bytes", decision.needs().missingBytes());
        json.addProperty("missing_tokens", decision.needs().missingTokens());
        addNever(json, situation.asked().never());
        decision.budget().ifPresent(it -> json.addProperty("budget_tokens", it));
        decision.expected()
                .ifPresent(it -> {
                    json.addProperty("expected_first_word_s", it.firstWordSeconds());
                    json.addProperty("expected_tokens_per_s", it.tokensPerSecond());
                });
        addBeyond(json, situation.beyond());
        addModel(json, situation.model());
        decision.kvCache().ifPresent(kv -> json.addProperty("kv_cache", word(kv)));
        return json;
    }

    /// A record as it is stored; empty when it is none.
    static Optional<JsonObject> read(String record) {
        try {
            return JsonParser.parseString(record) instanceof JsonObject json
                    ? Optional.of(json)
                    : Optional.empty();
        } catch (JsonParseException none) {
            return Optional.empty();
        }
    }

    /// How many characters at the beginning of a reply are none of it, since it began anew.
    ///
    /// @param record as it is stored
    public static int givenUp(String record) {
        return read(record)
                .map(json -> json.get(GIVEN_UP))
                .filter(it -> it instanceof JsonPrimitive count && count.isNumber())
                .map(JsonElement::getAsInt)
                .orElse(0);
    }

    private static String target(Target target) {
        return switch (target) {
            case Target.Local local -> "local";
            case Target.Far far -> "cloud";
            case Target.Choose choose -> "ask";
            case Target.Stop stop -> "stop";
        };
    }

    private static int replyLimit(Decision decision) {
        return switch (decision.target()) {
            case Target.Local local -> local.replyLimit();
            case Target.Far far -> far.replyLimit();
            case Target.Choose(var here, var _) -> here.replyLimit();
            case Target.Stop() -> decision.situation().asked().replyLimit();
        };
    }

    private static void addBeyond(JsonObject json, Beyond beyond) {
        switch (beyond) {
            case Beyond.Open open -> json.addProperty("far", open.name());
            case Beyond.Shut shut -> json.addProperty("far_shut", word(shut.why()));
        }
    }

    /// What the person does not want to be given up; nothing where all may be.
    private static void addNever(JsonObject json, Set<Relief> never) {
        JsonArray words = new JsonArray();
        never.stream().sorted().map(DecisionRecord::word).forEach(words::add);
        if (!words.isEmpty()) {
            json.add("never", words);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void addModel(JsonObject json, Situation.Model model) {
        switch (model) {
            case Absent() -> json.addProperty("weights", "absent");
            case Present present -> {
                json.addProperty("model", present.id());
                json.addProperty("window", present.window());
                json.addProperty("weights", word(present.loaded()));
            }
        }
    }
}
