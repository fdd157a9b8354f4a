package nearside.copilot.orchestrator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import nearside.engine.Penalties;
import nearside.engine.Sampling;
import nearside.engine.Truncation;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// How a model is asked in a conversation. Kept as JSON with the field's standard names.
///
/// @param system what the model is told first; empty for nothing
/// @param replyLimit the longest reply, in tokens
/// @param model the id of the one that answers; empty for the usual one
public record Setup(String system, Sampling sampling, int replyLimit, Optional<String> model) {
    /// The usual longest reply.
    public static final int USUAL_LIMIT = 1_024;

    public static final int LONGEST_LIMIT = 32_768;

    public static final Setup DEFAULT = new Setup("", Sampling.DEFAULT, USUAL_LIMIT);

    private static final String SYSTEM = "system";
    private static final String TEMPERATURE = "temperature";
    private static final String TOP_K = "top_k";
    private static final String TOP_P = "top_p";
    private static final String MIN_P = "min_p";
    private static final String REPETITION = "repetition_penalty";
    private static final String PRESENCE = "presence_penalty";
    private static final String FREQUENCY = "frequency_penalty";
    private static final String SEED = "seed";
    private static final String LIMIT = "max_tokens";
    private static final String MODEL = "model";

    /// By the usual model.
    public Setup(String system, Sampling sampling, int replyLimit) {
        this(system, sampling, replyLimit, Optional.empty());
    }

    public Setup {
        Objects.requireNonNull(system);
        Objects.requireNonNull(sampling);
        Objects.requireNonNull(model);
        if (replyLimit < 1 || replyLimit > LONGEST_LIMIT) {
            throw new IllegalArgumentException(
                    "max_tokens: expected a number from 1 to %d, found %d"
                            .formatted(LONGEST_LIMIT, replyLimit));
        }
    }

    /// Empty for what was never written by [#json].
    public static Optional<Setup> of(String json) {
        try {
            JsonObject found = JsonParser.parseString(json).getAsJsonObject();
            Sampling usual = Sampling.DEFAULT;
            Sampling sampling =
                    usual.withTemperature(number(found, TEMPERATURE, usual.temperature()))
                            .with(
                                    new Truncation(
                                            whole(found, TOP_K, usual.truncation().topK()),
                                            number(found, TOP_P, usual.truncation().topP()),
                                            number(found, MIN_P, usual.truncation().minP())))
                            .with(penalties(found, usual.penalties()));
            OptionalLong seed = seed(found);
            return Optional.of(
                    new Setup(
                            found.has(SYSTEM) ? found.get(SYSTEM).getAsString() : "",
                            seed.isPresent() ? sampling.withSeed(seed.getAsLong()) : sampling,
                            whole(found, LIMIT, USUAL_LIMIT),
                            Optional.ofNullable(found.get(MODEL)).map(JsonElement::getAsString)));
        } catch (JsonParseException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException notOurs) {
            return Optional.empty();
        }
    }

    /// All of it.
    public String json() {
        JsonObject all = new JsonObject();
        all.addProperty(SYSTEM, system);
        all.addProperty(TEMPERATURE, sampling.temperature());
        all.addProperty(TOP_K, sampling.truncation().topK());
        all.addProperty(TOP_P, sampling.truncation().topP());
        all.addProperty(MIN_P, sampling.truncation().minP());
        all.addProperty(REPETITION, sampling.penalties().repetition());
        all.addProperty(PRESENCE, sampling.penalties().presence());
        all.addProperty(FREQUENCY, sampling.penalties().frequency());
        sampling.seed().ifPresent(seed -> all.addProperty(SEED, seed));
        all.addProperty(LIMIT, replyLimit);
        model.ifPresent(id -> all.addProperty(MODEL, id));
        return all.toString();
    }

    private static Penalties penalties(JsonObject found, Penalties usual) {
        return new Penalties(
                number(found, REPETITION, usual.repetition()),
                number(found, PRESENCE, usual.presence()),
                number(found, FREQUENCY, usual.frequency()));
    }

    private static OptionalLong seed(JsonObject found) {
        return found.has(SEED)
                ? OptionalLong.of(found.get(SEED).getAsLong())
                : OptionalLong.empty();
    }

    private static double number(JsonObject found, String name, double usual) {
        return Optional.ofNullable(found.get(name)).map(JsonElement::getAsDouble).orElse(usual);
    }

    private static int whole(JsonObject found, String name, int usual) {
        return Optional.ofNullable(found.get(name)).map(JsonElement::getAsInt).orElse(usual);
    }
}
