package nearside.engine.local;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.accelerator.Verdict;
import nearside.engine.pack.Pack;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/// Starts worker processes: with the first pack that can be loaded, else with the program's own
/// runtime, so that no pack keeps a worker from coming. Used by the engine's thread.
final class WorkerStart {
    /// The exit code of a process that a person or the kernel killed: no library does.
    private static final int KILLED = 128 + 9;

    private final Runtimes runtimes;
    private final Runnable onGone;

    /// What became of a start.
    sealed interface Outcome {
        /// A worker said what it can do.
        record Ready(Frame.Hello hello) implements Outcome {}

        /// It said that it can do nothing, or ended.
        record Failed(EngineFailure failure) implements Outcome {}

        /// There is no such program.
        record Missing(EngineFailure failure) implements Outcome {}
    }

    /// @param onGone told once of each process that is gone
    WorkerStart(Runtimes runtimes, Runnable onGone) {
        this.runtimes = runtimes;
        this.onGone = onGone;
    }

    /// Starts one that can be used.
    ///
    /// @param onStarted given each process before anything is awaited of it
    Outcome start(Consumer<WorkerProcess> onStarted) throws InterruptedException {
        while (true) {
            WorkerCommand command = runtimes.choose();
            try {
                WorkerProcess started = WorkerProcess.start(command, onGone);
                onStarted.accept(started);
                Outcome outcome = greeting(started);
                if (!speaksAgainstPack(outcome)) {
                    return outcome;
                }
                started.end();
            } catch (IOException e) {
                return new Outcome.Missing(
                        new EngineFailure.WorkerMissing(
                                command.command().getFirst(), String.valueOf(e.getMessage())));
            }
        }
    }

    private static Outcome greeting(WorkerProcess started) throws InterruptedException {
        while (true) {
            switch (started.next()) {
                case WorkerNews.Gone gone -> {
                    return new Outcome.Failed(failure(gone, Stage.START));
                }
                case WorkerNews.Said(Frame.Hello hello) -> {
                    return new Outcome.Ready(hello);
                }
                case WorkerNews.Said(Frame.NoRuntime(String problem)) -> {
                    return new Outcome.Failed(
                            new EngineFailure.RuntimeRefused(Stage.START, problem));
                }
                case WorkerNews.Said _ -> {}
            }
        }
    }

    /// Keeps what it says against the pack, if there is one.
    private boolean speaksAgainstPack(Outcome outcome) {
        Optional<Pack> pack = runtimes.inUse();
        return pack.isPresent()
                && switch (outcome) {
                    case Outcome.Ready(Frame.Hello hello) -> runtimes.rejects(pack.get(), hello);
                    case Outcome.Failed(EngineFailure failure) -> {
                        blame(failure)
                                .ifPresentOrElse(
                                        verdict -> runtimes.judge(pack.get(), verdict),
                                        () -> runtimes.leaveAlone(pack.get()));
                        yield true;
                    }
                    case Outcome.Missing _ -> false;
                };
    }

    /// What a failure says of the library that it happened in; empty where it says nothing, as of a
    /// process that was killed.
    static Optional<Verdict> blame(EngineFailure failure) {
        return Verdict.of(failure).filter(verdict -> !verdict.equals(new Verdict.Died(KILLED)));
    }

    static boolean wasKilled(WorkerNews.Gone gone) {
        return gone.exitCode() == KILLED && gone.silence().isEmpty();
    }

    static EngineFailure failure(WorkerNews.Gone gone, Stage stage) {
        return gone.silence()
                .<EngineFailure>map(it -> new EngineFailure.WorkerSilent(stage, it))
                .orElseGet(() -> new EngineFailure.WorkerDied(stage, gone.exitCode()));
    }
}
