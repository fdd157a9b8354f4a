package nearside.copilot.orchestrator;

import nearside.copilot.device.Speed;
import nearside.copilot.models.Published;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Asked;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.memory.Memory;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// How a model would get on here with the memory that is free now, before anything is asked: by the
/// same decision that a question goes by.
///
/// @param measured tokens a second; empty while it was not measured
public record Prospect(String model, Fit fit, Optional<Measured> measured) {
    /// A conversation of some length, and an answer of a page.
    private static final int USUAL_PROMPT = 1_024;

    private static final int USUAL_REPLY = 512;

    /// What of such a conversation is new with a question; the rest was read for those before.
    private static final int USUAL_QUESTION = 256;

    public Prospect {
        Objects.requireNonNull(model);
        Objects.requireNonNull(fit);
        Objects.requireNonNull(measured);
    }

    /// Whether it can be used.
    public sealed interface Fit {
        /// A conversation of some length is answered whole and in time.
        record Well() implements Fit {}

        /// Only short ones are.
        record Tight() implements Fit {}

        /// It fits, and takes longer than a person bears.
        record Slow() implements Fit {}

        /// Not with the memory that is free now.
        ///
        /// @param missingBytes how much more would have to be
        record TooLarge(long missingBytes) implements Fit {}
    }

    /// How fast it is in such a conversation, in tokens a second.
    public record Measured(double reading, double writing) {}

    static Prospect of(LocalModel model, Memory memory, Speed speed, Duration patience) {
        Present present = model.forDecision();
        return new Prospect(
                model.id(),
                fit(present, memory, new Pace(speed, cached(present), patience)),
                speed.isKnown()
                        ? Optional.of(
                                new Measured(
                                        speed.reading().at(cached(present) + USUAL_QUESTION / 2),
                                        speed.writing().at(prompt(present))))
                        : Optional.empty());
    }

    /// Of one that is not here yet, and so was never measured.
    static Prospect of(Published model, Memory memory) {
        Present present =
                new Present(
                        model.name(),
                        model.size(),
                        model.window(),
                        Weights.ON_DISK,
                        Cache.FLOAT32_OR_INT8);
        return new Prospect(model.name(), fit(present, memory, Pace.UNKNOWN), Optional.empty());
    }

    private static Fit fit(Present model, Memory memory, Pace pace) {
        Decision usual = decision(model, memory, pace, prompt(model), USUAL_REPLY);
        if (usual.target() instanceof Target.Local(int reply, var _, var budget)
                && reply >= USUAL_REPLY
                && budget.isEmpty()) {
            return usual.reason() == Reason.TOO_SLOW ? new Fit.Slow() : new Fit.Well();
        }
        Decision shortest =
                decision(model, memory, pace, Asked.SHORTEST_REPLY, Asked.SHORTEST_REPLY);
        return shortest.target() instanceof Target.Local
                ? new Fit.Tight()
                : new Fit.TooLarge(shortest.needs().missingBytes());
    }

    private static Decision decision(
            Present model, Memory memory, Pace pace, int prompt, int reply) {
        Tokens tokens = new Tokens(prompt, Certainty.ESTIMATED);
        Situation alone = Situation.alone(model, tokens, reply, memory);
        return Decision.of(
                new Situation(model, alone.asked(), memory, pace, alone.beyond(), alone.lately()));
    }

    private static int cached(Present model) {
        return Math.max(0, prompt(model) - USUAL_QUESTION);
    }

    private static int prompt(Present model) {
        return Math.min(USUAL_PROMPT, Math.max(1, model.window() - USUAL_REPLY));
    }
}
