package nearside.copilot.fit;

import nearside.copilot.fit.FitQuestion.Here;
import nearside.copilot.orchestrator.Decision;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Prospect.Fit;
import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Wanted;
import nearside.engine.memory.Memory;
import nearside.engine.memory.Need;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Whether a model fits this device, told before it is fetched: by the same decision that a
/// question goes by, with the numbers behind it and what would help.
///
/// @param limits why it does not run well; none where it does
public record FitLabel(
        State state,
        Set<Limit> limits,
        Numbers numbers,
        Computing computing,
        ExpectedSpeed speed,
        List<Help> helps) {
    /// Runs of the same question differ: of 34 that were given what was measured to be missing, 5
    /// took up to 12 MiB more.
    static final long SCATTER = 16L << 20;

    public FitLabel {
        Objects.requireNonNull(state);
        limits = Set.copyOf(limits);
        Objects.requireNonNull(numbers);
        Objects.requireNonNull(computing);
        Objects.requireNonNull(speed);
        helps = List.copyOf(helps);
        if ((state == State.RUNS_WELL) != limits.isEmpty()) {
            throw new IllegalArgumentException(state + " with " + limits);
        }
    }

    /// The best first.
    public enum State {
        /// A conversation as long as it is wanted is answered whole and in time.
        RUNS_WELL,

        /// Only shorter ones are, or slower than a person bears.
        TIGHT,

        /// None is, or there is no room for it on the disk.
        DOES_NOT_FIT;

        boolean isBetterThan(State other) {
            return compareTo(other) < 0;
        }
    }

    /// Why a model does not run well.
    public enum Limit {
        /// There is not the memory for the conversation that is wanted.
        MEMORY,

        /// It does not see as much at a time.
        WINDOW,

        /// It takes longer than a person bears.
        SPEED,

        /// There is not the room on the disk.
        DISK
    }

    /// What the conversation that is wanted takes and what there is, in bytes.
    ///
    /// @param wanted as far as the model sees it
    /// @param weights the worker with the loaded model
    /// @param cache keys and values
    /// @param whole weights, cache, and what passes through while it is read
    /// @param margin what is left to everybody else
    /// @param missing how much more free memory all of it would need, whichever run it is
    public record Numbers(
            Wanted wanted,
            long weights,
            long cache,
            long whole,
            long margin,
            long missing,
            Memory memory,
            Disk disk) {
        public Numbers {
            Objects.requireNonNull(wanted);
            Objects.requireNonNull(memory);
            Objects.requireNonNull(disk);
        }

        /// What must be free in all.
        public long withMargin() {
            return whole + margin;
        }
    }

    /// What the files take and what there is, in bytes.
    public record Disk(long needed, long free) {
        public long missing() {
            return Math.max(0, needed - free);
        }
    }

    /// Pure: no clock, no disk, no device.
    public static FitLabel of(FitQuestion question) {
        FitLabel plain = plain(question);
        return plain.state == State.RUNS_WELL
                ? plain
                : new FitLabel(
                        plain.state,
                        plain.limits,
                        plain.numbers,
                        plain.computing,
                        plain.speed,
                        new Helps(question, plain).all());
    }

    /// Without what would help.
    static FitLabel plain(FitQuestion question) {
        Candidate model = question.model();
        Present present = model.present();
        Here here = question.here();
        Wanted seen = question.wanted().within(present.window());
        Computing computing = Computing.of(model.madeFor(), here.found());
        ExpectedSpeed speed = ExpectedSpeed.of(model, seen, computing.on(), here.measured());
        Pace pace = new Pace(speed.likely(), seen.cached(), here.patience());
        Numbers numbers = numbers(model, seen, here);
        Fit fit = Fit.of(present, here.memory(), pace, seen);
        Set<Limit> limits = limits(fit, numbers);
        if (question.wanted().tokens() > present.window()) {
            limits.add(Limit.WINDOW);
        }
        return new FitLabel(state(fit, limits), limits, numbers, computing, speed, List.of());
    }

    private static State state(Fit fit, Set<Limit> limits) {
        if (fit instanceof Fit.TooLarge || limits.contains(Limit.DISK)) {
            return State.DOES_NOT_FIT;
        }
        return limits.isEmpty() ? State.RUNS_WELL : State.TIGHT;
    }

    private static Set<Limit> limits(Fit fit, Numbers numbers) {
        Set<Limit> limits =
                switch (fit) {
                    case Fit.Well() -> EnumSet.noneOf(Limit.class);
                    case Fit.Slow() -> EnumSet.of(Limit.SPEED);
                    case Fit.Tight(), Fit.TooLarge _ -> EnumSet.of(Limit.MEMORY);
                };
        if (numbers.disk.missing() > 0) {
            limits.add(Limit.DISK);
        }
        return limits;
    }

    private static Numbers numbers(Candidate model, Wanted wanted, Here here) {
        Decision whole = wanted.with(model.present(), here.memory(), Pace.UNKNOWN);
        Decision exact = wanted.with(model.exact().present(), here.memory(), Pace.UNKNOWN);
        boolean asBytes = whole.needs().bytes() != exact.needs().bytes();
        long exactCache = (long) wanted.tokens() * model.kvBytesPerToken();
        return new Numbers(
                wanted,
                weights(model.present()),
                asBytes ? exactCache / Float.BYTES : exactCache,
                whole.needs().bytes(),
                whole.needs().marginBytes(),
                whole.target() instanceof Target.Local ? 0 : whole.needs().missingBytes() + SCATTER,
                here.memory(),
                new Disk(model.bytesToCome(), here.freeDiskBytes()));
    }

    private static long weights(Present model) {
        return switch (model.loaded()) {
            case ON_DISK -> Need.toStay(model.size()).bytes();
            case LOADED -> 0;
        };
    }
}
