package nearside.engine;

import nearside.engine.schema.JsonSchema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// How the next token is chosen from the logits, and where the reply ends by its text.
///
/// @param temperature 0 takes the likeliest token always; otherwise logits are divided by it
/// @param seed the same seed writes the same reply on the same device; empty for a new one each
///   time
public record Sampling(
        double temperature,
        Truncation truncation,
        Penalties penalties,
        LogitBias logitBias,
        ReplyForm form,
        Speculation speculation,
        OptionalLong seed) {

    /// The likeliest token, whatever was written before.
    public static final Sampling GREEDY =
            new Sampling(
                    0,
                    Truncation.NONE,
                    Penalties.NONE,
                    LogitBias.NONE,
                    ReplyForm.FREE,
                    Speculation.PROMPT_LOOKUP,
                    OptionalLong.empty());

    /// What small instruct models write best with: always the likeliest token. Asked for the
    /// capital of France, the starter is right so, and half of the time at a temperature of 0.2.
    /// The penalty is the smallest that ended its endless repetitions (docs/decisions/0008, 0013).
    public static final Sampling DEFAULT = GREEDY.withTopP(0.9).withRepetitionPenalty(1.08);

    public Sampling {
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException(
                    "temperature: expected a number from 0 to 2, found " + temperature);
        }
        Objects.requireNonNull(truncation);
        Objects.requireNonNull(penalties);
        Objects.requireNonNull(logitBias);
        Objects.requireNonNull(form);
        Objects.requireNonNull(speculation);
        Objects.requireNonNull(seed);
    }

    public Sampling withTemperature(double other) {
        return new Sampling(other, truncation, penalties, logitBias, form, speculation, seed);
    }

    public Sampling withTopK(int topK) {
        return with(new Truncation(topK, truncation.topP(), truncation.minP()));
    }

    public Sampling withTopP(double topP) {
        return with(new Truncation(truncation.topK(), topP, truncation.minP()));
    }

    public Sampling withMinP(double minP) {
        return with(new Truncation(truncation.topK(), truncation.topP(), minP));
    }

    public Sampling withRepetitionPenalty(double penalty) {
        return with(new Penalties(penalty, penalties.presence(), penalties.frequency()));
    }

    public Sampling withPresencePenalty(double penalty) {
        return with(new Penalties(penalties.repetition(), penalty, penalties.frequency()));
    }

    public Sampling withFrequencyPenalty(double penalty) {
        return with(new Penalties(penalties.repetition(), penalties.presence(), penalty));
    }

    public Sampling with(Truncation other) {
        return new Sampling(temperature, other, penalties, logitBias, form, speculation, seed);
    }

    public Sampling with(Penalties other) {
        return new Sampling(temperature, truncation, other, logitBias, form, speculation, seed);
    }

    public Sampling withLogitBias(Map<Integer, Double> byId) {
        return new Sampling(
                temperature, truncation, penalties, new LogitBias(byId), form, speculation, seed);
    }

    public Sampling withStop(List<String> stop) {
        return with(new ReplyForm(stop, form.schema()));
    }

    public Sampling withSchema(JsonSchema schema) {
        return with(new ReplyForm(form.stop(), Optional.of(schema)));
    }

    private Sampling with(ReplyForm other) {
        return new Sampling(
                temperature, truncation, penalties, logitBias, other, speculation, seed);
    }

    public Sampling with(Speculation other) {
        return new Sampling(temperature, truncation, penalties, logitBias, form, other, seed);
    }

    public Sampling withSeed(long other) {
        return new Sampling(
                temperature,
                truncation,
                penalties,
                logitBias,
                form,
                speculation,
                OptionalLong.of(other));
    }
}
