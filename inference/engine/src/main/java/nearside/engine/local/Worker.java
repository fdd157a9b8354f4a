package nearside.engine.local;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.ReplyEvent;
import nearside.engine.folder.ModelFolder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The worker as the engine uses it: started when it is needed and not there, with one model open
/// at most. All but [#count] and [#kill] belongs to the engine's thread.
final class Worker {
    private static final Duration COUNT_PATIENCE = Duration.ofSeconds(2);

    /// A model as it was asked for.
    private record Loaded(ModelFolder folder, KvPrecision kv) {}

    private final WorkerCommand command;
    private final KvScaling scaling;
    private final Snapshots snapshots;
    private final Runnable onGone;
    private volatile @Nullable WorkerProcess process;
    private volatile @Nullable Loaded opened;
    private volatile Supplier<List<String>> words = List::of;
    private volatile List<String> providers = List.of();
    private String runtime = "";
    private final Restarts restarts = new Restarts();
    private Optional<ModelFolder> asked = Optional.empty();
    private int lastTurn;

    Worker(WorkerCommand command, ScaleShelf scales, SnapshotShelf snapshots, Runnable onGone) {
        this.command = command;
        this.scaling = new KvScaling(scales);
        this.snapshots = new Snapshots(snapshots);
        this.onGone = onGone;
    }

    List<String> providers() {
        return providers;
    }

    boolean has(ModelFolder folder, KvPrecision kv) {
        WorkerProcess running = process;
        return running != null && !running.isGone() && new Loaded(folder, kv).equals(opened);
    }

    /// Whether any model is open in a worker that was not seen to die.
    boolean isOpen() {
        return opened != null;
    }

    /// Opens the model, in a new process if need be and allowed; empty when that went well.
    Optional<EngineFailure> open(ModelFolder folder, KvPrecision kv) throws InterruptedException {
        opened = null;
        if (!asked.equals(Optional.of(folder))) {
            restarts.forget();
        }
        asked = Optional.of(folder);
        WorkerProcess running = process;
        if (running != null && !running.isGone()) {
            return opening(running, new Loaded(folder, kv));
        }
        Optional<EngineFailure> refusal = restarts.refusal(System.nanoTime());
        return refusal.isPresent() ? refusal : starting(new Loaded(folder, kv));
    }

    private Optional<EngineFailure> starting(Loaded wanted) throws InterruptedException {
        try {
            WorkerProcess started = WorkerProcess.start(command, onGone);
            process = started;
            words = started::lastWords;
            return opening(started, wanted);
        } catch (IOException e) {
            return Optional.of(missing(e));
        }
    }

    private EngineFailure missing(IOException problem) {
        return new EngineFailure.WorkerMissing(
                command.command().getFirst(), String.valueOf(problem.getMessage()));
    }

    private Optional<EngineFailure> opening(WorkerProcess running, Loaded wanted)
            throws InterruptedException {
        Frame.Open order = scaling.order(wanted.folder, wanted.kv);
        Optional<KvScales> scales = order.scales();
        running.send(order);
        Stage stage = Stage.START;
        while (true) {
            switch (running.next()) {
                case WorkerNews.Gone gone -> {
                    return Optional.of(death(gone, stage));
                }
                case WorkerNews.Said(Frame.Opened()) -> {
                    opened = wanted;
                    remember(wanted, scales);
                    return Optional.empty();
                }
                case WorkerNews.Said(Frame.Calibrated(KvScales found)) -> {
                    scales = Optional.of(found);
                    scaling.keep(wanted.folder(), found);
                }
                case WorkerNews.Said(Frame.NotOpened(EngineFailure failure)) -> {
                    return Optional.of(failure);
                }
                case WorkerNews.Said(Frame.Hello hello) -> {
                    providers = List.of(hello.providers().split(" "));
                    runtime = hello.runtime();
                    stage = Stage.LOAD;
                }
                case WorkerNews.Said _ -> stage = Stage.LOAD;
            }
        }
    }

    private void remember(Loaded loaded, Optional<KvScales> scales) {
        snapshots.forget();
        if (snapshots.areKept()) {
            try {
                snapshots.opened(KvModel.of(loaded.folder, loaded.kv, scales, runtime));
            } catch (IOException unreadable) {
                snapshots.forget(); // a folder that is being replaced has nothing worth keeping
            }
        }
    }

    /// Whether [#keep] would find something to do.
    boolean hasToKeep() {
        return isOpen() && snapshots.isDue();
    }

    /// Puts what was read last on the shelf for snapshots.
    ///
    /// @param goesOn asked again and again; what is begun is dropped when it does not
    Optional<EngineFailure> keep(BooleanSupplier goesOn) throws InterruptedException {
        WorkerProcess running = process;
        return running == null
                ? Optional.empty()
                : snapshots.keep(running, goesOn).map(gone -> death(gone, Stage.READ));
    }

    /// Has one reply written, all but its last event, which is returned; empty when it was over
    /// before it began. The worker is gone after a failure that [#isOpen] does not survive.
    ///
    /// @param onText told after each piece
    Optional<ReplyEvent> answer(LocalReply reply, Consumer<ReplyClock> onText)
            throws InterruptedException {
        WorkerProcess running = process;
        if (running == null) {
            throw new IllegalStateException("no model is open");
        }
        Optional<WorkerNews.Gone> gone =
                snapshots.restore(running, reply.prompt(), () -> !reply.isOver());
        if (gone.isPresent()) {
            return Optional.of(new ReplyEvent.Failed(death(gone.get(), Stage.READ)));
        }
        int turn = ++lastTurn;
        if (reply.begin(() -> running.send(new Frame.Stop(turn)))) {
            running.send(new Frame.Answer(turn, reply.prompt()));
            return Optional.of(answering(running, reply, onText));
        }
        return Optional.empty();
    }

    private ReplyEvent answering(
            WorkerProcess running, LocalReply reply, Consumer<ReplyClock> onText)
            throws InterruptedException {
        Stage stage = Stage.READ;
        while (true) {
            switch (running.next()) {
                case WorkerNews.Gone gone -> {
                    return new ReplyEvent.Failed(death(gone, stage));
                }
                case WorkerNews.Said(Frame.Finished over) -> {
                    snapshots.answered(reply.prompt(), reply.clock());
                    return new ReplyEvent.Finished(over.finish(), reply.clock().usage());
                }
                case WorkerNews.Said(Frame.Failed failed) -> {
                    return new ReplyEvent.Failed(failed.failure());
                }
                case WorkerNews.Said(Frame.Reading reading) -> {
                    reply.clock().reading(reading.prompt().count(), reading.cached());
                    reply.put(new ReplyEvent.Reading(reading.prompt(), reading.cached()));
                }
                case WorkerNews.Said(Frame.ReadOn read) ->
                        reply.put(
                                new ReplyEvent.ReadOn(
                                        read.tokens(), reply.clock().left(read.tokens())));
                case WorkerNews.Said(Frame.Text text) -> {
                    stage = Stage.WRITE;
                    restarts.forget();
                    reply.clock().wrote(text.ids().count());
                    reply.put(new ReplyEvent.Text(text.text(), text.ids()));
                    onText.accept(reply.clock());
                }
                case WorkerNews.Said _ -> {}
            }
        }
    }

    private EngineFailure death(WorkerNews.Gone gone, Stage stage) {
        forget();
        restarts.died(System.nanoTime());
        return gone.silence()
                .<EngineFailure>map(silence -> new EngineFailure.WorkerSilent(stage, silence))
                .orElseGet(() -> new EngineFailure.WorkerDied(stage, gone.exitCode()));
    }

    /// Notices a process that ended while nothing was asked of it.
    Optional<EngineFailure> diedIdle() throws InterruptedException {
        WorkerProcess running = process;
        if (running == null || !running.isGone()) {
            return Optional.empty();
        }
        while (true) {
            if (running.next() instanceof WorkerNews.Gone gone) {
                return Optional.of(death(gone, Stage.READ));
            }
        }
    }

    OptionalInt count(String text) {
        WorkerProcess running = process;
        return running == null || opened == null
                ? OptionalInt.empty()
                : running.count(text, COUNT_PATIENCE);
    }

    OptionalLong residentPeak() {
        WorkerProcess running = process;
        return running == null ? OptionalLong.empty() : running.residentPeak();
    }

    List<String> lastWords() {
        return words.get();
    }

    void kill() {
        WorkerProcess running = process;
        if (running != null) {
            running.kill();
        }
    }

    void end() throws InterruptedException {
        WorkerProcess running = process;
        forget();
        if (running != null) {
            running.end();
        }
    }

    private void forget() {
        process = null;
        opened = null;
        snapshots.forget();
    }
}
