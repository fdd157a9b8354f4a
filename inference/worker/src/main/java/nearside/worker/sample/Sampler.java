package nearside.worker.sample;

import nearside.engine.Sampling;
import nearside.worker.sample.json.JsonConstraint;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Chooses the tokens of one reply, one after another, from their logits.
///
/// In the order of Hugging Face's logits processors: bias, penalties, the schema's mask; then the
/// largest logit if the temperature is 0 (the first of equals), else a [Draw]. Each drawn token
/// takes one random number, so that a seed writes the same reply however the model is run.
public final class Sampler {
    private final Sampling sampling;
    private final History history;
    private final Optional<JsonConstraint> constraint;
    private final Draw draw;

    public Sampler(Sampling sampling, Optional<JsonConstraint> constraint) {
        this.sampling = sampling;
        this.history = new History(sampling.penalties());
        this.constraint = constraint;
        this.draw = new Draw(sampling.temperature(), sampling.truncation(), random(sampling));
    }

    private static SplittableRandom random(Sampling sampling) {
        return sampling.seed().isPresent()
                ? new SplittableRandom(sampling.seed().getAsLong())
                : new SplittableRandom();
    }

    /// Chooses the next token of the reply and remembers it.
    ///
    /// @param logits one for each word of the vocabulary; changed
    public int next(float[] logits) {
        bias(logits);
        history.penalise(logits);
        constraint.ifPresent(json -> json.mask(logits));
        int id = sampling.temperature() == 0 ? Logits.largest(logits) : draw.from(logits);
        history.add(id);
        constraint.ifPresent(json -> json.wrote(id));
        return id;
    }

    private void bias(float[] logits) {
        for (Map.Entry<Integer, Double> bias : sampling.logitBias().byId().entrySet()) {
            if (bias.getKey() < logits.length) {
                logits[bias.getKey()] += bias.getValue().floatValue();
            }
        }
    }
}
