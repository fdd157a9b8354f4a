package nearside.engine.local;

import nearside.engine.EngineFailure;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Pace;
import nearside.engine.accelerator.Verdict;
import nearside.engine.folder.ModelFolder;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Tries accelerators with a model, each in a worker process of its own, so that a driver which
/// crashes or hangs takes nothing with it; the processor is measured in the same way. Used by the
/// engine's thread.
final class Tryout {
    private static final Duration CPU_PATIENCE = Duration.ofMinutes(5);
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(30);

    /// An accelerator that takes so many times as long as the processor is surely no gain.
    private static final int CPU_TIMES = 3;

    private static final int WARM_UP = 4;
    private static final int TIMED = 24;

    /// Keys and values of an accelerator are copied with each run, for as much as a reply may come
    /// to have: the pace is taken with the room that a usual reply is given.
    private static final int ROOM = 1024;

    private final Supplier<WorkerCommand> command;
    private final BooleanSupplier isWantedElsewhere;
    private Optional<Baseline> baseline = Optional.empty();

    private record Baseline(ModelFolder folder, Pace pace) {}

    /// What became of a trial.
    sealed interface Outcome {
        record Judged(Verdict verdict) implements Outcome {}

        /// Somebody wants something of the engine, which goes first.
        record Abandoned() implements Outcome {}

        /// There is not the memory for one more copy of the model.
        record NoRoom() implements Outcome {}

        /// It failed for a reason that says nothing of the accelerator.
        record Untold() implements Outcome {}
    }

    private sealed interface Measured {
        record Paced(Pace pace) implements Measured {}

        record Failed(EngineFailure failure) implements Measured {}

        record Ended(TrialWatch.End end, Duration patience) implements Measured {}
    }

    /// @param command starts a worker with the runtime of the open model
    /// @param isWantedElsewhere ends a trial, soon
    Tryout(Supplier<WorkerCommand> command, BooleanSupplier isWantedElsewhere) {
        this.command = command;
        this.isWantedElsewhere = isWantedElsewhere;
    }

    Outcome of(ModelFolder folder, Device accelerator) throws InterruptedException {
        if (baseline.filter(known -> known.folder.equals(folder)).isEmpty()) {
            switch (measure(folder, Optional.empty(), CPU_PATIENCE)) {
                case Measured.Paced(Pace pace) ->
                        baseline = Optional.of(new Baseline(folder, pace));
                case Measured failed -> {
                    return withoutBaseline(failed);
                }
            }
        }
        Pace cpu = baseline.orElseThrow().pace;
        Duration patience = LEAST_PATIENCE.plus(cpu.took().multipliedBy(CPU_TIMES));
        return outcome(measure(folder, Optional.of(accelerator), patience), cpu);
    }

    /// The processor's own failure is nobody's verdict.
    private static Outcome withoutBaseline(Measured measured) {
        return switch (measured) {
            case Measured.Failed(EngineFailure.OutOfMemory _) -> new Outcome.NoRoom();
            case Measured.Ended(TrialWatch.End end, Duration _)
                    when end == TrialWatch.End.ABANDONED ->
                    new Outcome.Abandoned();
            case Measured.Failed _, Measured.Ended _, Measured.Paced _ -> new Outcome.Untold();
        };
    }

    private static Outcome outcome(Measured measured, Pace cpu) {
        return switch (measured) {
            case Measured.Paced(Pace pace) -> new Outcome.Judged(pace.against(cpu));
            case Measured.Failed(EngineFailure.OutOfMemory _) -> new Outcome.NoRoom();
            case Measured.Failed(EngineFailure failure) ->
                    Verdict.of(failure)
                            .<Outcome>map(Outcome.Judged::new)
                            .orElseGet(Outcome.Untold::new);
            case Measured.Ended(TrialWatch.End end, Duration patience) ->
                    switch (end) {
                        case ABANDONED -> new Outcome.Abandoned();
                        case OUT_OF_PATIENCE -> new Outcome.Judged(new Verdict.Hung(patience));
                    };
        };
    }

    private Measured measure(ModelFolder folder, Optional<Device> device, Duration patience)
            throws InterruptedException {
        long start = System.nanoTime();
        Runtimes same = new Runtimes(command.get());
        Worker worker = new Worker(same, Shelves.NONE, new Accelerators(), () -> {});
        try (TrialWatch watch = new TrialWatch(worker, patience, isWantedElsewhere)) {
            Measured measured = measure(worker, folder, device, start);
            Optional<TrialWatch.End> end = watch.end();
            return end.<Measured>map(why -> new Measured.Ended(why, patience)).orElse(measured);
        } finally {
            worker.end();
        }
    }

    private static Measured measure(
            Worker worker, ModelFolder folder, Optional<Device> device, long start)
            throws InterruptedException {
        Optional<EngineFailure> failure = worker.openOn(folder, device);
        if (failure.isPresent()) {
            return new Measured.Failed(failure.get());
        }
        LocalReply first = new LocalReply(prompt(folder));
        LocalReply second = new LocalReply(prompt(folder));
        failure = write(worker, first, WARM_UP);
        if (failure.isEmpty()) {
            failure = write(worker, second, TIMED);
        }
        OptionalInt token = firstToken(first);
        if (failure.isPresent() || token.isEmpty()) { // a reply without a token tells nothing
            return new Measured.Failed(failure.orElseGet(EngineFailure.NoModel::new));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        double speed = second.clock().usage().tokensPerSecond();
        return new Measured.Paced(new Pace(token.getAsInt(), speed, took));
    }

    /// Has a reply written up to so many tokens.
    private static Optional<EngineFailure> write(Worker worker, LocalReply reply, int most)
            throws InterruptedException {
        Optional<ReplyEvent> last =
                worker.answer(reply, clock -> closeAfter(reply, clock.usage().replyTokens(), most));
        return last.flatMap(event ->
                event instanceof ReplyEvent.Failed(EngineFailure failure)
                        ? Optional.of(failure)
                        : Optional.empty());
    }

    private static void closeAfter(LocalReply reply, int tokens, int most) {
        if (tokens >= most) {
            reply.close();
        }
    }

    private static OptionalInt firstToken(LocalReply reply) throws InterruptedException {
        Optional<ReplyEvent> event = reply.next(Duration.ZERO);
        while (event.isPresent()) {
            if (event.get() instanceof ReplyEvent.Text text && text.ids().count() > 0) {
                return OptionalInt.of(text.ids().at(0));
            }
            event = reply.next(Duration.ZERO);
        }
        return OptionalInt.empty();
    }

    /// A text that every model goes on with in the same way, so that the likeliest token is far
    /// ahead of the next. It does not end before the pace is taken.
    private static Prompt prompt(ModelFolder folder) {
        return new Prompt(
                List.of(
                        new Line(Role.USER, "Count from one to one hundred."),
                        new Line(Role.ASSISTANT, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,")),
                Prompt.Ending.OPEN_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY.withLogitBias(neverEnding(folder)),
                Math.min(ROOM, folder.shape().window() / 2));
    }

    private static Map<Integer, Double> neverEnding(ModelFolder folder) {
        return folder.names().endOfReply().stream()
                .filter(id -> id < folder.shape().vocabulary())
                .collect(Collectors.toMap(id -> id, _ -> -100.0));
    }
}
