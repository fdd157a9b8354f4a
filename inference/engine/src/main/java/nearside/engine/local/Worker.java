package nearside.engine.local;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.ReplyEvent;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Verdict;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Footprint;
import nearside.engine.memory.ModelSize;
import nearside.engine.memory.Need;
import nearside.engine.pack.Pack;
import nearside.engine.pack.RuntimeNow;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    /// A model as it was asked for, and where it is computed.
    private record Loaded(ModelFolder folder, KvPrecision kv, Optional<Device> accelerator) {
        boolean is(ModelFolder other, KvPrecision otherKv) {
            return folder.equals(other) && kv == otherKv;
        }
    }

    private final Runtimes runtimes;
    private final WorkerStart start;
    private final KvScaling scaling;
    private final Snapshots snapshots;
    private final Accelerators accelerators;
    private volatile @Nullable WorkerProcess process;
    private volatile @Nullable Loaded opened;
    private volatile Supplier<List<String>> words = List::of;
    private volatile Optional<Frame.Hello> hello = Optional.empty();
    private volatile Held held = Held.NOTHING;
    private volatile Weighed weighed = Weighed.NONE;
    private final Weighing weighing = new Weighing();
    private String runtime = "";
    private final Restarts restarts = new Restarts();
    private Optional<ModelFolder> asked = Optional.empty();
    private int lastTurn;

    Worker(Runtimes runtimes, Shelves shelves, Accelerators accelerators, Runnable onGone) {
        this.runtimes = runtimes;
        this.start = new WorkerStart(runtimes, onGone);
        this.scaling = new KvScaling(shelves.scales());
        this.snapshots = new Snapshots(shelves.snapshots());
        this.accelerators = accelerators;
    }

    List<String> providers() {
        return hello.map(said -> List.of(said.providers().split(" "))).orElse(List.of());
    }

    OptionalInt threads() {
        int threads = hello.map(Frame.Hello::threads).orElse(0);
        return threads == 0 ? OptionalInt.empty() : OptionalInt.of(threads);
    }

    RuntimeNow runtime() {
        String version = hello.map(Frame.Hello::runtime).orElse("");
        return new RuntimeNow(version, providers(), runtimes.standings());
    }

    boolean has(ModelFolder folder, KvPrecision kv) {
        WorkerProcess running = process;
        Loaded loaded = opened;
        return running != null && !running.isGone() && loaded != null && loaded.is(folder, kv);
    }

    /// An accelerator that was not tried yet with the open model; none for an int8 cache, which
    /// stays with the processor.
    Optional<Device> untried() {
        Loaded loaded = opened;
        return loaded == null || loaded.kv != KvPrecision.FLOAT32
                ? Optional.empty()
                : accelerators.untried(loaded.folder);
    }

    /// Whether the open model is computed where it should be, by what is known now.
    boolean isWhereItShouldBe() {
        Loaded loaded = opened;
        return loaded != null && loaded.accelerator.equals(accelerator(loaded.folder, loaded.kv));
    }

    private Optional<Device> accelerator(ModelFolder folder, KvPrecision kv) {
        return kv == KvPrecision.FLOAT32 ? accelerators.best(folder) : Optional.empty();
    }

    /// Whether any model is open in a worker that was not seen to die.
    boolean isOpen() {
        return opened != null;
    }

    /// Opens the model, in a new process if need be and allowed; empty when that went well. An
    /// accelerator that fails is put aside, and another process opens the model without it.
    Optional<EngineFailure> open(ModelFolder folder, KvPrecision kv) throws InterruptedException {
        opened = null;
        if (!asked.equals(Optional.of(folder))) {
            restarts.forget();
        }
        asked = Optional.of(folder);
        Optional<EngineFailure> failure = starting();
        if (failure.isPresent()) {
            return failure;
        }
        Optional<Device> accelerator = accelerator(folder, kv);
        failure = opening(new Loaded(folder, kv, accelerator));
        if (failure.isPresent() && accelerator.isPresent()) {
            putAside(folder, accelerator.get(), failure.get());
            end();
            return open(folder, kv);
        }
        Optional<Pack> pack = runtimes.inUse();
        return failure.isPresent() && pack.isPresent()
                ? openWithout(pack.get(), folder, kv, failure.get())
                : failure;
    }

    /// Whether the pack or the model is to blame shows in the next runtime.
    private Optional<EngineFailure> openWithout(
            Pack pack, ModelFolder folder, KvPrecision kv, EngineFailure failure)
            throws InterruptedException {
        Optional<Verdict> blame = WorkerStart.blame(failure);
        if (blame.isEmpty()) {
            return Optional.of(failure);
        }
        runtimes.leaveAlone(pack);
        end();
        Optional<EngineFailure> again = open(folder, kv);
        if (again.isEmpty()) {
            runtimes.judge(pack, blame.get());
        } else {
            runtimes.takeBack(pack);
            end();
        }
        return again;
    }

    /// Opens the model there and nowhere else.
    ///
    /// @param accelerator empty for the processor
    Optional<EngineFailure> openOn(ModelFolder folder, Optional<Device> accelerator)
            throws InterruptedException {
        Optional<EngineFailure> failure = starting();
        return failure.isPresent()
                ? failure
                : opening(new Loaded(folder, KvPrecision.FLOAT32, accelerator));
    }

    private void putAside(ModelFolder folder, Device accelerator, EngineFailure failure) {
        Verdict.of(failure)
                .ifPresentOrElse(
                        verdict -> accelerators.judge(folder, accelerator, verdict),
                        () -> accelerators.passOver(folder, accelerator));
    }

    /// Sees to a process that has said what it can do.
    private Optional<EngineFailure> starting() throws InterruptedException {
        WorkerProcess running = process;
        if (running != null && !running.isGone()) {
            return Optional.empty();
        }
        Optional<EngineFailure> refusal = restarts.refusal(System.nanoTime());
        if (refusal.isPresent()) {
            return refusal;
        }
        return switch (start.start(this::begin)) {
            case WorkerStart.Outcome.Ready(Frame.Hello said) -> {
                hello = Optional.of(said);
                runtime = runtimes.named(said);
                accelerators.met(said.devices(), runtime);
                yield Optional.empty();
            }
            case WorkerStart.Outcome.Failed(EngineFailure failure) -> {
                forget();
                restarts.died(System.nanoTime());
                yield Optional.of(failure);
            }
            case WorkerStart.Outcome.Missing(EngineFailure failure) -> Optional.of(failure);
        };
    }

    private void begin(WorkerProcess started) {
        process = started;
        weighing.started();
        words = started::lastWords;
    }

    private Optional<EngineFailure> opening(Loaded wanted) throws InterruptedException {
        WorkerProcess running = Objects.requireNonNull(process);
        Frame.Open order =
                scaling.order(wanted.folder, wanted.kv, wanted.accelerator, loadBytes(wanted));
        Optional<KvScales> scales = order.scales();
        running.send(order);
        while (true) {
            switch (running.next()) {
                case WorkerNews.Gone gone -> {
                    return Optional.of(death(gone, Stage.LOAD));
                }
                case WorkerNews.Said(Frame.Opened()) -> {
                    opened = wanted;
                    held = Held.NOTHING;
                    weigh(wanted, running);
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
                case WorkerNews.Said _ -> {}
            }
        }
    }

    /// On the processor as it was measured, where it was.
    private long loadBytes(Loaded wanted) {
        ModelSize size = ModelSize.of(wanted.folder, wanted.kv);
        return Need.toLoad(
                        wanted.accelerator.isEmpty()
                                ? size.with(weighed.find(wanted.folder, wanted.kv))
                                : size)
                .bytes();
    }

    /// Goes by what was measured before.
    void expect(Weighed before) {
        weighed = before;
    }

    private void weigh(Loaded loaded, WorkerProcess running) {
        if (loaded.accelerator.isEmpty()) {
            weighing.opened(ModelSize.of(loaded.folder, loaded.kv), running);
        }
    }

    /// What the open model was measured to take; empty while it was not.
    Optional<Footprint> footprint() {
        return weighing.footprint();
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

    /// What it holds of conversations.
    Held held() {
        return held;
    }

    /// Makes it let go of that; nothing where none is there.
    Optional<EngineFailure> letGo(Held.Part part) throws InterruptedException {
        WorkerProcess running = process;
        if (running == null || opened == null) {
            return Optional.empty();
        }
        running.send(new Frame.LetGo(part));
        while (true) {
            switch (running.next()) {
                case WorkerNews.Gone gone -> {
                    return Optional.of(death(gone, Stage.READ));
                }
                case WorkerNews.Said(Frame.Holds now) -> {
                    held = now.held();
                    return Optional.empty();
                }
                case WorkerNews.Said _ -> {}
            }
        }
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
            weighing.asked(running);
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
                    weighing.answered(reply.clock().usage(), running);
                    snapshots.answered(reply.prompt(), reply.clock());
                    return new ReplyEvent.Finished(over.finish(), reply.clock().usage());
                }
                case WorkerNews.Said(Frame.Holds now) -> held = now.held();
                case WorkerNews.Said(Frame.Failed failed) -> {
                    return new ReplyEvent.Failed(leaveAccelerator(failed.failure()));
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
        EngineFailure failure = WorkerStart.failure(gone, stage);
        EngineFailure told = WorkerStart.wasKilled(gone) ? failure : leaveWhatFailed(failure);
        forget();
        restarts.died(System.nanoTime());
        return told;
    }

    /// Where the processor computed, the pack alone may be to blame.
    private EngineFailure leaveWhatFailed(EngineFailure failure) {
        Loaded loaded = opened;
        if (loaded != null && loaded.accelerator.isEmpty()) {
            runtimes.inUse().ifPresent(runtimes::leaveAlone);
        }
        return leaveAccelerator(failure);
    }

    /// An accelerator that failed in the middle of a reply is not used again for this model, and
    /// its process neither; one whose memory was short is left alone until the program starts
    /// again.
    private EngineFailure leaveAccelerator(EngineFailure failure) {
        Loaded loaded = opened;
        boolean isIts = ranOut(failure) || Verdict.of(failure).isPresent();
        if (loaded == null || loaded.accelerator.isEmpty() || !isIts) {
            return failure;
        }
        Device accelerator = loaded.accelerator.get();
        putAside(loaded.folder, accelerator, failure);
        kill();
        forget();
        return new EngineFailure.AcceleratorFailed(accelerator.called(), failure);
    }

    /// Memory that is free in the device beside it was not what was short.
    private static boolean ranOut(EngineFailure failure) {
        return failure instanceof EngineFailure.OutOfMemory(var _, long needed, long free)
                && needed <= free;
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
        held = Held.NOTHING;
        snapshots.forget();
    }
}
