package nearside.engine.accelerator;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A verdict as it is kept: a small JSON object.
public final class VerdictJson {
    private static final Gson GSON = new Gson();
    private static final int LONGEST_TEXT = 2_000;
    private static final String KIND = "kind";
    private static final String SPEED = "tokens_per_second";
    private static final String CPU_SPEED = "cpu_tokens_per_second";
    private static final String TOKEN = "token";
    private static final String CPU_TOKEN = "cpu_token";
    private static final String PROBLEM = "problem";
    private static final String EXIT_CODE = "exit_code";
    private static final String FOUND = "found";
    private static final String NEEDED = "needed";
    private static final String PROVIDERS = "providers";
    private static final String PATIENCE = "patience_ms";

    private VerdictJson() {}

    public static byte[] bytes(Verdict verdict) {
        return GSON.toJson(json(verdict)).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject json(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster(double speed, double cpu) ->
                    with(with(kind("faster"), SPEED, speed), CPU_SPEED, cpu);
            case Verdict.Slower(double speed, double cpu) ->
                    with(with(kind("slower"), SPEED, speed), CPU_SPEED, cpu);
            case Verdict.OtherToken(int token, int cpu) ->
                    with(with(kind("other-token"), TOKEN, token), CPU_TOKEN, cpu);
            case Verdict.Refused(String problem) -> with(kind("refused"), PROBLEM, problem);
            case Verdict.Died(int code) -> with(kind("died"), EXIT_CODE, code);
            case Verdict.Hung(Duration patience) ->
                    with(kind("hung"), PATIENCE, patience.toMillis());
            case Verdict.OtherVersion(String found, String needed) ->
                    with(with(kind("other-version"), FOUND, found), NEEDED, needed);
            case Verdict.NotBuilt(String providers) ->
                    with(kind("not-built"), PROVIDERS, providers);
        };
    }

    private static JsonObject kind(String kind) {
        JsonObject json = new JsonObject();
        json.addProperty(KIND, kind);
        return json;
    }

    private static JsonObject with(JsonObject json, String key, Number value) {
        json.addProperty(key, value);
        return json;
    }

    private static JsonObject with(JsonObject json, String key, String text) {
        json.addProperty(key, text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        return json;
    }

    /// The verdict as [#bytes] wrote it; empty when these are other bytes.
    public static Optional<Verdict> of(byte[] bytes) {
        try {
            JsonObject json =
                    GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), JsonObject.class);
            return json == null ? Optional.empty() : verdict(json);
        } catch (JsonParseException | IllegalStateException | NumberFormatException other) {
            return Optional.empty();
        }
    }

    private static Optional<Verdict> verdict(JsonObject json) {
        return switch (value(json, KIND).getAsString()) {
            case "faster" ->
                    Optional.of(new Verdict.Faster(real(json, SPEED), real(json, CPU_SPEED)));
            case "slower" ->
                    Optional.of(new Verdict.Slower(real(json, SPEED), real(json, CPU_SPEED)));
            case "other-token" ->
                    Optional.of(
                            new Verdict.OtherToken(
                                    value(json, TOKEN).getAsInt(),
                                    value(json, CPU_TOKEN).getAsInt()));
            case "refused" -> Optional.of(new Verdict.Refused(text(json, PROBLEM)));
            case "died" -> Optional.of(new Verdict.Died(value(json, EXIT_CODE).getAsInt()));
            case "hung" ->
                    Optional.of(
                            new Verdict.Hung(Duration.ofMillis(value(json, PATIENCE).getAsLong())));
            case "other-version" ->
                    Optional.of(new Verdict.OtherVersion(text(json, FOUND), text(json, NEEDED)));
            case "not-built" -> Optional.of(new Verdict.NotBuilt(text(json, PROVIDERS)));
            default -> Optional.empty();
        };
    }

    private static String text(JsonObject json, String key) {
        return value(json, key).getAsString();
    }

    private static double real(JsonObject json, String key) {
        double number = value(json, key).getAsDouble();
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(key);
        }
        return number;
    }

    private static JsonElement value(JsonObject json, String key) {
        JsonElement value = json.get(key);
        if (value == null || !value.isJsonPrimitive()) {
            throw new IllegalStateException(key);
        }
        return value;
    }
}
