package nearside.engine.local;

import nearside.engine.Engine;
import nearside.engine.EngineFailure;
import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.VerdictShelf;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Footprint;
import nearside.engine.pack.PackFinding;
import nearside.engine.pack.RuntimeNow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The device's own engine: one worker process, one model, one reply at a time. Restarts the worker
/// when it dies.
public final class LocalEngine implements Engine, Spare, AutoCloseable {
    /// Characters that surely fit into one frame, whatever they are.
    private static final int MOST_CHARACTERS = Frame.MOST_BYTES / 4;

    private static final Duration CLOSING = Duration.ofSeconds(2);

    /// What is kept within this time may hold up the end of the program.
    private static final Duration KEEP_WHILE_CLOSING = Duration.ofMillis(500);

    private sealed interface Job {
        record Load(ModelFolder folder) implements Job {}

        record Write(LocalReply reply) implements Job {}

        record LookAfterWorker() implements Job {}

        /// What the engine does by itself.
        record Own(Leisure.Chore chore) implements Job {}

        /// A person gives the model's memory back.
        record Unload() implements Job {}

        record Tell(ModelFolder folder, CompletableFuture<List<Standing>> told) implements Job {}

        record LetGo(Held.Part part, CompletableFuture<Void> done) implements Job {}

        record Close() implements Job {}
    }

    private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final Accelerators accelerators = new Accelerators();
    private final Runtimes runtimes;
    private final Worker worker;
    private final Leisure leisure;
    private final Trials trials;
    private final StateBoard board;
    private final Thread thread;
    private volatile Optional<ModelFolder> wanted = Optional.empty();
    private volatile KvPrecision kv = KvPrecision.FLOAT32;
    private volatile Optional<LocalReply> current = Optional.empty();
    private volatile boolean closing;
    private long loadEnded = System.nanoTime();
    private Optional<EngineFailure> loadFailure = Optional.empty();

    /// An engine without a model; the worker starts with the first one.
    ///
    /// @param onState told of every change of state, on a thread of the engine; must return at once
    public LocalEngine(WorkerCommand command, Consumer<EngineState> onState) {
        this(command, ScaleShelf.NONE, SnapshotShelf.NONE, onState);
    }

    /// An engine that remembers.
    ///
    /// @param scales where scales of int8 KV caches are kept
    /// @param snapshots where the keys and values of conversations are kept
    /// @param onState told of every change of state, on a thread of the engine; must return at once
    public LocalEngine(
            WorkerCommand command,
            ScaleShelf scales,
            SnapshotShelf snapshots,
            Consumer<EngineState> onState) {
        Runnable onGone = () -> jobs.add(new Job.LookAfterWorker());
        this.runtimes = new Runtimes(command);
        this.worker = new Worker(runtimes, new Shelves(scales, snapshots), accelerators, onGone);
        this.leisure = new Leisure(worker);
        this.trials =
                new Trials(new Tryout(runtimes::command, this::isWanted), worker, accelerators);
        this.board = new StateBoard(onState);
        this.thread = Thread.ofPlatform().daemon().name("local engine").start(this::work);
    }

    /// Takes this model from now on and loads it in the background. A reply in progress ends first.
    public void use(ModelFolder folder) {
        use(folder, KvPrecision.FLOAT32);
    }

    /// The same, with the KV cache kept as said.
    public void use(ModelFolder folder, KvPrecision precision) {
        kv = precision;
        wanted = Optional.of(folder);
        jobs.add(new Job.Load(folder));
    }

    /// Gives the model's memory back when nobody asked for so long. Without this call, or after
    /// [#stayLoaded], it stays.
    public void unloadAfter(Duration pause) {
        leisure.unloadAfter(pause);
        jobs.add(new Job.LookAfterWorker());
    }

    /// Gives the model's memory back now; the next question loads it again. A reply in progress
    /// ends first.
    public void unload() {
        jobs.add(new Job.Unload());
    }

    /// Keeps the model in memory however long nobody asks.
    public void stayLoaded() {
        leisure.stayLoaded();
    }

    /// Tries the accelerators that are there, once for each model and when nobody asks anything,
    /// and uses the first that is faster than the processor. Without this call none is used.
    ///
    /// @param shelf where the verdicts are kept
    public void accelerate(TryOrder order, VerdictShelf shelf) {
        accelerate(order, shelf, List.of());
    }

    /// The same, with other builds of the runtime: the worker is started with the first that the
    /// order wants and that can be loaded. One that cannot is put aside, and the program's own
    /// runs.
    ///
    /// @param packs what was found where packs may lie
    public void accelerate(TryOrder order, VerdictShelf shelf, List<PackFinding> packs) {
        accelerators.use(order, shelf);
        runtimes.use(order, shelf, packs);
    }

    /// Goes by what models were measured to take before. Without this call estimates count.
    public void expect(Weighed before) {
        worker.expect(before);
    }

    /// What the worker's runtime can compute on; empty until it was started once.
    public List<Device> devices() {
        return accelerators.devices();
    }

    /// How each accelerator stands with this model. Waits while those that were not tried yet are
    /// tried, if it is the open one.
    public List<Standing> standings(ModelFolder folder) {
        if (closing) {
            return List.of();
        }
        CompletableFuture<List<Standing>> told = new CompletableFuture<>();
        jobs.add(new Job.Tell(folder, told));
        return told.join();
    }

    public EngineState state() {
        return board.state();
    }

    /// What it is doing, what waits, and what it can compute on.
    public EngineNow now() {
        int waiting = (int) jobs.stream().filter(Job.Write.class::isInstance).count();
        return new EngineNow(board.state(), waiting, accelerators.devices());
    }

    @Override
    public Reply answer(Prompt prompt) {
        LocalReply reply = new LocalReply(prompt);
        Optional<ModelFolder> folder = wanted;
        if (folder.isEmpty() || closing) {
            reply.end(new ReplyEvent.Failed(new EngineFailure.NoModel()));
            return reply;
        }
        if (prompt.hasTools()) {
            reply.end(new ReplyEvent.Failed(new EngineFailure.NoTools()));
            return reply;
        }
        if (characters(prompt) > MOST_CHARACTERS) {
            reply.end(new ReplyEvent.Failed(tooMuch(prompt)));
            return reply;
        }
        if (!worker.has(folder.get(), kv)) {
            reply.put(new ReplyEvent.Loading(folder.get().id()));
        }
        jobs.add(new Job.Write(reply));
        return reply;
    }

    private static long characters(Prompt prompt) {
        return prompt.lines().stream().mapToLong(line -> 16L + line.text().length()).sum();
    }

    private static EngineFailure tooMuch(Prompt prompt) {
        return new EngineFailure.RuntimeRefused(
                EngineFailure.Stage.READ,
                characters(prompt) + " characters of prompt, at most " + MOST_CHARACTERS);
    }

    @Override
    public Held held() {
        boolean busy = board.state() instanceof EngineState.Answering || isWanted();
        return busy ? Held.NOTHING : worker.held();
    }

    /// {@inheritDoc} Waits behind a reply that is being written.
    @Override
    public void letGo(Held.Part part) {
        if (!closing) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            jobs.add(new Job.LetGo(part, done));
            done.join();
        }
    }

    @Override
    public OptionalInt count(String text) {
        return text.length() > MOST_CHARACTERS ? OptionalInt.empty() : worker.count(text);
    }

    /// What the worker's runtime can compute on, such as `CPU`; empty until it was started once.
    public List<String> providers() {
        return worker.providers();
    }

    /// The runtime that the worker has, and how the packs beside it stand.
    public RuntimeNow runtime() {
        return worker.runtime();
    }

    /// Threads that a model gets on the processor; empty until the worker was started once, and
    /// where its runtime decides.
    public OptionalInt threads() {
        return worker.threads();
    }

    /// The most bytes that the worker had resident since it was started, where the system tells.
    public OptionalLong residentPeak() {
        return worker.residentPeak();
    }

    /// What the open model was measured to take with the first question that it answered in a fresh
    /// process; empty before, and where the system tells nothing.
    public Optional<Footprint> footprint() {
        return worker.footprint();
    }

    /// The last lines that the worker wrote to its error stream: for a developer who looks for the
    /// cause of a death, never for a log.
    public List<String> lastWords() {
        return worker.lastWords();
    }

    /// Ends the worker process.
    @Override
    public void close() {
        closing = true;
        jobs.add(new Job.Close());
        current.ifPresent(LocalReply::close);
        try {
            if (!thread.join(CLOSING)) {
                worker.kill(); // busy with a load, or deaf
                thread.join();
            }
        } catch (InterruptedException e) {
            worker.kill();
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (true) {
                switch (next()) {
                    case Job.Load load -> load(load.folder());
                    case Job.Write write -> write(write.reply());
                    case Job.LookAfterWorker() -> worker.diedIdle().ifPresent(this::down);
                    case Job.Own own -> act(own.chore());
                    case Job.Unload() -> endWorker();
                    case Job.Tell tell -> tell(tell);
                    case Job.LetGo letGo -> letGo(letGo);
                    case Job.Close() -> {
                        keepQuickly();
                        worker.end();
                        letGo();
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void keepQuickly() throws InterruptedException {
        if (worker.hasToKeep()) {
            long begun = System.nanoTime();
            worker.keep(() -> System.nanoTime() - begun < KEEP_WHILE_CLOSING.toNanos());
        }
    }

    /// What was asked next, or what comes by itself when nothing was for long enough.
    private Job next() throws InterruptedException {
        Optional<Leisure.Later> later = leisure.next();
        if (later.isEmpty()) {
            return jobs.take();
        }
        Job job = jobs.poll(Math.max(0, later.get().left().toMillis()), TimeUnit.MILLISECONDS);
        return job == null ? new Job.Own(later.get().chore()) : job;
    }

    private void act(Leisure.Chore chore) throws InterruptedException {
        switch (chore) {
            case KEEP -> worker.keep(jobs::isEmpty).ifPresent(this::down);
            case TRY_OUT -> {
                var _ = tryOut();
            }
            case UNLOAD -> {
                if (leisure.unloads()) {
                    endWorker();
                }
            }
        }
    }

    /// Whether anything waits that a person asked for.
    private boolean isWanted() {
        return jobs.stream().anyMatch(job -> !(job instanceof Job.LookAfterWorker));
    }

    /// Tries one accelerator, and loads the model anew if it is then to be computed elsewhere.
    private Optional<Tryout.Outcome> tryOut() throws InterruptedException {
        ModelFolder folder = wanted.orElseThrow();
        Optional<Tryout.Outcome> outcome = trials.next(folder, kv);
        if (outcome.isPresent() && !worker.isWhereItShouldBe()) {
            keepQuickly();
            worker.end();
            load(folder);
        }
        return outcome;
    }

    private void tell(Job.Tell job) throws InterruptedException {
        boolean goesOn = true;
        while (goesOn && worker.has(job.folder(), kv) && worker.untried().isPresent()) {
            goesOn = tryOut().filter(Tryout.Outcome.Abandoned.class::isInstance).isEmpty();
        }
        job.told().complete(accelerators.standings(job.folder()));
    }

    /// What was read last is put on its shelf before it goes, where there is one.
    private void letGo(Job.LetGo job) throws InterruptedException {
        if (job.part() == Held.Part.ALL) {
            keepQuickly();
        }
        worker.letGo(job.part()).ifPresent(this::down);
        job.done().complete(null);
    }

    /// Ending the process is the surest way to give its memory back.
    private void endWorker() throws InterruptedException {
        if (worker.isOpen()) {
            keepQuickly();
            worker.end();
            board.show(new EngineState.Unloaded(model()));
        }
    }

    /// Loads the model unless a later one is wanted by now.
    private void load(ModelFolder folder) throws InterruptedException {
        if (closing || worker.has(folder, kv) || !wanted.equals(Optional.of(folder))) {
            return;
        }
        board.show(new EngineState.Loading(folder.id()));
        loadFailure = worker.open(folder, kv);
        loadEnded = System.nanoTime();
        leisure.begin();
        loadFailure.ifPresentOrElse(this::down, this::ready);
    }

    private void write(LocalReply reply) throws InterruptedException {
        current = Optional.of(reply);
        if (closing) {
            reply.close();
        }
        if (!reply.isOver() && isLoaded(reply)) {
            board.answering(model(), reply.clock());
            worker.answer(reply, clock -> board.answering(model(), clock))
                    .ifPresentOrElse(last -> end(reply, last), this::ready);
        }
        reply.close();
        leisure.begin();
        current = Optional.empty();
    }

    /// Shows the state first: whoever has the last event finds the engine as it left it.
    private void end(LocalReply reply, ReplyEvent last) {
        if (last instanceof ReplyEvent.Failed(EngineFailure failure) && !worker.isOpen()) {
            down(failure);
        } else {
            ready();
        }
        reply.end(last);
    }

    /// Whether the wanted model is open, now or after one attempt. A load that failed while the
    /// reply was waiting for it is its attempt.
    private boolean isLoaded(LocalReply reply) throws InterruptedException {
        ModelFolder folder = wanted.orElseThrow();
        if (!worker.has(folder, kv)) {
            if (loadFailure.isEmpty() || !reply.clock().askedBefore(loadEnded)) {
                load(folder);
            }
        }
        reply.clock().loaded(loadEnded);
        loadFailure.ifPresent(failure -> reply.end(new ReplyEvent.Failed(failure)));
        return worker.has(folder, kv);
    }

    private void down(EngineFailure failure) {
        board.show(new EngineState.Down(model(), failure));
    }

    private void ready() {
        board.show(new EngineState.Ready(model()));
    }

    private String model() {
        return wanted.map(ModelFolder::id).orElse("");
    }

    /// Ends what was asked but not begun.
    private void letGo() {
        for (Job job : jobs) {
            if (job instanceof Job.Write(LocalReply reply)) {
                reply.close();
            } else if (job instanceof Job.Tell tell) {
                tell.told().complete(List.of());
            } else if (job instanceof Job.LetGo letGo) {
                letGo.done().complete(null);
            }
        }
    }
}
