package nearside.copilot.orchestrator;

import nearside.copilot.device.Speed;
import nearside.copilot.models.Published;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Pace;
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

        /// By the decision that a question goes by, with none of what is wanted given up.
        static Fit of(Present model, Memory memory, Pace pace, Wanted wanted) {
            Decision whole = wanted.with(model, memory, pace);
            if (whole.target() instanceof Target.Local(int reply, var _, var _)
                    && reply >= wanted.replyTokens()) {
                return whole.reason() == Reason.TOO_SLOW ? new Slow() : new Well();
            }
            Decision shortest = Wanted.SHORTEST.with(model, memory, pace);
            return shortest.target() instanceof Target.Local
                    ? new Tight()
                    : new TooLarge(shortest.needs().missingBytes());
        }
    }

    /// How fast it is in such a conversation, in tokens a second.
    public record Measured(double reading, double writing) {}

    static Prospect of(LocalModel model, Memory memory, Speed speed, Duration patience) {
        Present present = model.forDecision();
        Wanted usual = Wanted.USUAL.within(present.window());
        return new Prospect(
                model.id(),
                Fit.of(present, memory, new Pace(speed, usual.cached(), patience), usual),
                speed.isKnown()
                        ? Optional.of(
                                new Measured(
                                        speed.reading().at(usual.readingAt()),
                                        speed.writing().at(usual.promptTokens())))
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
        Wanted usual = Wanted.USUAL.within(present.window());
        return new Prospect(
                model.name(), Fit.of(present, memory, Pace.UNKNOWN, usual), Optional.empty());
    }
}
