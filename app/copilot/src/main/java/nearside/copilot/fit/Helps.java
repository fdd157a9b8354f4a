package nearside.copilot.fit;

import nearside.copilot.fit.FitLabel.Limit;
import nearside.copilot.fit.FitLabel.Numbers;
import nearside.copilot.fit.FitLabel.State;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Wanted;
import nearside.engine.memory.Memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds what would help a model that does not run well here: each is tried before it is said.
record Helps(FitQuestion question, FitLabel label) {
    /// Shorter conversations are no help.
    private static final int SHORTEST = 256;

    /// Lengths that are said are multiples of it.
    private static final int STEP = 64;

    List<Help> all() {
        return Stream.of(disk(), memory(), int8(), shorter(), variant(), smaller())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Help> disk() {
        return label.limits().contains(Limit.DISK)
                ? Optional.of(new Help.FreeDisk(label.numbers().disk().missing()))
                : Optional.empty();
    }

    /// No more can be closed than all there is.
    private Optional<Help> memory() {
        Numbers numbers = label.numbers();
        if (numbers.missing() == 0) {
            return Optional.empty();
        }
        Memory memory = numbers.memory();
        long beyond = memory.freeBytes() + numbers.missing() - memory.totalBytes();
        return Optional.of(
                beyond > 0
                        ? new Help.MoreMemory(beyond)
                        : new Help.ClosePrograms(numbers.missing()));
    }

    private Optional<Help> int8() {
        boolean helps =
                question.model().present().cache() == Cache.FLOAT32
                        && label.numbers().missing() > 0
                        && fits(question.model().yielding(), label.numbers().wanted());
        return helps ? Optional.of(new Help.Int8Cache()) : Optional.empty();
    }

    /// The longest that fits and that the model sees.
    private Optional<Help> shorter() {
        if (!label.limits().contains(Limit.MEMORY) && !label.limits().contains(Limit.WINDOW)) {
            return Optional.empty();
        }
        int most = Math.min(question.wanted().tokens(), question.model().present().window()) / STEP;
        int yes = 0;
        int no = most + 1;
        while (no - yes > 1) {
            int middle = (yes + no) >>> 1;
            if (fits(question.model(), Wanted.context(middle * STEP))) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        int tokens = yes * STEP;
        return tokens >= SHORTEST && tokens < question.wanted().tokens()
                ? Optional.of(new Help.ShorterContext(tokens))
                : Optional.empty();
    }

    private boolean fits(Candidate model, Wanted wanted) {
        return wanted.with(model.present(), question.here().memory(), Pace.UNKNOWN).target()
                instanceof Target.Local;
    }

    private Optional<Help> variant() {
        return first(
                        it -> it.model().equals(question.model().model()),
                        state -> state.isBetterThan(label.state()))
                .map(Help.OtherVariant::new);
    }

    private Optional<Help> smaller() {
        long weights = question.model().present().size().weightBytes();
        return first(
                        it ->
                                !it.model().equals(question.model().model())
                                        && it.present().size().weightBytes() < weights,
                        state -> state == State.RUNS_WELL)
                .map(Help.SmallerModel::new);
    }

    /// The id of the first other one.
    private Optional<String> first(Predicate<Candidate> which, Predicate<State> enough) {
        return question.others().stream()
                .filter(it -> !it.id().equals(question.model().id()))
                .filter(which)
                .filter(it -> enough.test(FitLabel.plain(question.of(it)).state()))
                .findFirst()
                .map(Candidate::id);
    }
}
