package nearside.desktop.chat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import nearside.copilot.orchestrator.Decision;
import nearside.copilot.orchestrator.Decision.Expected;
import nearside.copilot.orchestrator.Reason;
import nearside.copilot.orchestrator.Situation;
import nearside.engine.KvPrecision;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The grounds of a decision: its reason and the numbers behind it, live or from a stored record.
record Grounds(
        Reason reason,
        String model,
        Prompt prompt,
        Memory memory,
        KvPrecision kvCache,
        Expected expected,
        Target target,
        Optional<Loan> loan,
        Before before) {
    private static final String LEAVES_TOKENS = "leaves_tokens";
    private static final String LEFT_BEFORE = "left_before_tokens";
    private static final String IN_VAIN = "lent_in_vain";
    private static final Expected NOT_KNOWN = new Expected(0, 0);

    Grounds {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(model);
        Objects.requireNonNull(kvCache);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(target);
        Objects.requireNonNull(loan);
        Objects.requireNonNull(before);
    }

    /// What was done before it was decided so.
    ///
    /// @param insteadOf the chosen model in whose stead a smaller one answers; empty for none
    /// @param madeRoom bytes of other conversations that were let go of
    record Before(String insteadOf, long madeRoom) {
        static final Before NOTHING = new Before("", 0);
    }

    /// Where the reply was decided to be written.
    enum Target {
        HERE,
        FAR,
        /// The person was asked.
        CHOICE,
        NOWHERE
    }

    /// What left the device.
    ///
    /// @param far the model that was borrowed, as the person named it
    /// @param host to which it went
    /// @param tokens that left
    /// @param came whether anything came of it
    record Loan(String far, String host, int tokens, Came came) {
        Loan inVain() {
            return new Loan(far, host, tokens, Came.NOTHING);
        }
    }

    /// What came of asking a far side.
    enum Came {
        WORDS,
        NOTHING
    }

    /// @param budget the most tokens of it that were read; zero for all
    /// @param missing how many fewer tokens would have made it local
    record Prompt(int tokens, Situation.Certainty certainty, int budget, int window, int missing) {}

    /// @param marginBytes what was left to other programs; zero in records that do not tell it
    ///   apart
    /// @param missingBytes how much more free memory would have made it local
    record Memory(long needBytes, long marginBytes, long freeBytes, long missingBytes) {}

    static Grounds of(Decision decision) {
        Situation situation = decision.situation();
        String model =
                situation.model() instanceof Situation.Model.Present present ? present.id() : "";
        int window =
                situation.model() instanceof Situation.Model.Present present ? present.window() : 0;
        Situation.Tokens tokens = situation.prompt();
        return new Grounds(
                decision.reason(),
                model,
                new Prompt(
                        tokens.count(),
                        tokens.certainty(),
                        decision.budget().orElse(0),
                        window,
                        decision.needs().missingTokens()),
                new Memory(
                        decision.needs().bytes(),
                        decision.needs().marginBytes(),
                        situation.memory().freeBytes(),
                        decision.needs().missingBytes()),
                decision.kvCache().orElse(KvPrecision.FLOAT32),
                decision.expected().orElse(NOT_KNOWN),
                switch (decision.target()) {
                    case Decision.Target.Local _ -> Target.HERE;
                    case Decision.Target.Far _ -> Target.FAR;
                    case Decision.Target.Choose _ -> Target.CHOICE;
                    case Decision.Target.Stop _ -> Target.NOWHERE;
                },
                Optional.empty(),
                Before.NOTHING);
    }

    /// Reads a stored record; empty when it is not one, or names a reason of a later version.
    static Optional<Grounds> ofJson(String json) {
        try {
            return new Gson().fromJson(json, JsonElement.class) instanceof JsonObject stored
                    ? ofRecord(telling(stored))
                    : Optional.empty();
        } catch (JsonParseException | NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Grounds> ofRecord(JsonObject stored) {
        return reason(stored).map(reason -> read(reason, stored));
    }

    private static Optional<Reason> reason(JsonObject stored) {
        String name = text(stored, "reason");
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }

    private static Grounds read(Reason reason, JsonObject stored) {
        boolean counted = text(stored, "prompt_counted").equals("true");
        return new Grounds(
                reason,
                text(stored, "model"),
                new Prompt(
                        (int) number(stored, "prompt_tokens"),
                        counted ? Situation.Certainty.COUNTED : Situation.Certainty.ESTIMATED,
                        (int) number(stored, "budget_tokens"),
                        (int) number(stored, "window"),
                        (int) number(stored, "missing_tokens")),
                new Memory(
                        number(stored, "need_bytes"),
                        number(stored, "margin_bytes"),
                        number(stored, "free_bytes"),
                        number(stored, "missing_bytes")),
                kvCache(text(stored, "kv_cache")),
                new Expected(
                        decimal(stored, "expected_first_word_s"),
                        decimal(stored, "expected_tokens_per_s")),
                switch (text(stored, "target")) {
                    case "cloud" -> Target.FAR;
                    case "ask" -> Target.CHOICE;
                    case "stop" -> Target.NOWHERE;
                    default -> Target.HERE;
                },
                loan(stored),
                new Before(text(stored, "instead_of"), number(stored, "made_room_bytes")));
    }

    private static Optional<Loan> loan(JsonObject stored) {
        return stored.has(LEAVES_TOKENS)
                ? Optional.of(
                        new Loan(
                                text(stored, "far"),
                                text(stored, "leaves_to"),
                                (int) (number(stored, LEAVES_TOKENS) + number(stored, LEFT_BEFORE)),
                                stored.has(IN_VAIN) ? Came.NOTHING : Came.WORDS))
                : Optional.empty();
    }

    /// Of several decisions in one turn the last one for which something was borrowed; else one for
    /// which a far side was asked in vain; else the last one.
    private static JsonObject telling(JsonObject stored) {
        List<JsonElement> before =
                stored.get("before") instanceof JsonArray list ? list.asList() : List.of();
        List<JsonObject> left =
                Stream.concat(Stream.of(stored), before.reversed().stream())
                        .filter(record -> record instanceof JsonObject it && it.has(LEAVES_TOKENS))
                        .map(JsonElement::getAsJsonObject)
                        .toList();
        return left.stream()
                .filter(it -> !it.has(IN_VAIN))
                .findFirst()
                .or(() -> left.stream().findFirst())
                .orElse(stored);
    }

    /// The same, with what left for it.
    Grounds with(Loan left) {
        return new Grounds(
                reason,
                model,
                prompt,
                memory,
                kvCache,
                expected,
                target,
                Optional.of(left),
                before);
    }

    /// Records of before there was a choice do not tell: the cache was exact.
    private static KvPrecision kvCache(String word) {
        return word.equals("int8") ? KvPrecision.INT8 : KvPrecision.FLOAT32;
    }

    private static String text(JsonObject stored, String key) {
        JsonElement value = stored.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    private static double decimal(JsonObject stored, String key) {
        JsonElement value = stored.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsDouble() : 0;
    }

    private static long number(JsonObject stored, String key) {
        JsonElement value = stored.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsLong() : 0;
    }
}
