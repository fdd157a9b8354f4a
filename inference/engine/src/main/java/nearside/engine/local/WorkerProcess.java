package nearside.engine.local;

import nearside.engine.memory.OwnMemory;
import nearside.engine.memory.ResidentPeak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// One worker process seen from the program. Four threads serve it, so that no caller ever waits
/// for it: one reads its frames, one writes ours, one drains its error stream, and one ends it when
/// it gives no sign of life.
final class WorkerProcess {
    private static final int MOST_NEWS = 64;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final int MOST_KV_UNDERWAY = 16;

    private final Process process;
    private final WorkerFolder folder;
    private final Runnable onGone;
    private final BlockingQueue<WorkerNews> news = new ArrayBlockingQueue<>(MOST_NEWS);
    private final BlockingQueue<Frame.Order> orders = new LinkedBlockingQueue<>();
    private final KvBuffers buffers = new KvBuffers();
    private final Semaphore underway = new Semaphore(MOST_KV_UNDERWAY);
    private final TokenCounts counts = new TokenCounts();
    private final LastWords lastWords = new LastWords();
    private final AtomicLong heard = new AtomicLong();
    private final CountDownLatch cleaned = new CountDownLatch(1);
    private volatile boolean delivering;
    private volatile Optional<Duration> silence = Optional.empty();

    private WorkerProcess(Process process, WorkerFolder folder, Runnable onGone) {
        this.process = process;
        this.folder = folder;
        this.onGone = onGone;
    }

    /// Starts the process.
    ///
    /// @param onGone told once when the process is gone, after the last news
    static WorkerProcess start(WorkerCommand command, Runnable onGone) throws IOException {
        WorkerFolder folder = WorkerFolder.in(command.temp());
        ProcessBuilder builder = new ProcessBuilder(command.command());
        builder.directory(folder.path().toFile());
        builder.environment().clear();
        builder.environment().putAll(WorkerEnvironment.of(System.getenv(), folder.path()));
        try {
            WorkerProcess worker = new WorkerProcess(builder.start(), folder, onGone);
            worker.serve();
            return worker;
        } catch (IOException e) {
            folder.delete();
            throw e;
        }
    }

    private void serve() {
        thread("frames", this::readFrames);
        thread("orders", this::writeOrders);
        thread("errors", () -> lastWords.drain(process.getErrorStream()));
        thread("watch", this::watch);
    }

    private void thread(String job, Runnable work) {
        Thread.ofPlatform().daemon().name("worker " + process.pid() + " " + job).start(work);
    }

    /// Hands over an order; returns at once.
    void send(Frame.Order order) {
        orders.add(order);
    }

    /// Hands over a copy of keys and values, and waits while many are underway.
    ///
    /// @return whether the process is there to take them
    boolean sendKv(ByteBuffer bytes) {
        try {
            while (!underway.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (isGone()) {
                    return false;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
        send(new Frame.Kv(buffers.copy(bytes)));
        return !isGone();
    }

    /// The bytes of this news are needed no more.
    void giveBack(Frame.Kv kv) {
        buffers.giveBack(kv.bytes());
    }

    /// The next news, however long it takes: a process that stays silent is ended, and that is
    /// news.
    WorkerNews next() throws InterruptedException {
        return news.take();
    }

    OptionalInt count(String text, Duration patience) {
        return counts.ask(text, patience, this::send);
    }

    List<String> lastWords() {
        return lastWords.lines();
    }

    OptionalLong residentPeak() {
        return ResidentPeak.of(process.pid());
    }

    /// Bytes that it holds now and that are no copy of a file, where the system tells.
    OptionalLong ownBytes() {
        return OwnMemory.of(process.pid());
    }

    /// The most of them since it was started.
    OptionalLong ownPeak() {
        return OwnMemory.peakOf(process.pid());
    }

    boolean isGone() {
        return !process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
    }

    /// Asks the process to end, and ends it if it does not.
    void end() throws InterruptedException {
        send(new Frame.Bye());
        if (!process.waitFor(GOODBYE)) {
            process.destroy();
        }
        if (!process.waitFor(GOODBYE)) {
            process.destroyForcibly().waitFor();
        }
        cleaned.await();
    }

    private void readFrames() {
        FrameReader reader = new FrameReader(process.getInputStream());
        try {
            Optional<Frame> frame = reader.read();
            while (frame.isPresent()) {
                deliver(frame.get());
                frame = reader.read();
            }
        } catch (IOException e) {
            process.destroyForcibly(); // what it says cannot be understood, or it is gone already
        } finally {
            gone();
        }
    }

    private void deliver(Frame frame) throws FrameException {
        delivering = true;
        heard.incrementAndGet();
        switch (frame) {
            case Frame.Counted counted -> counts.answered(counted);
            case Frame.Alive _ -> {}
            case Frame.Kv(ByteBuffer bytes) ->
                    put(new WorkerNews.Said(new Frame.Kv(buffers.copy(bytes))));
            case Frame.Report report -> put(new WorkerNews.Said(report));
            case Frame.Order _ -> throw new FrameException("an order from the worker");
        }
        delivering = false;
    }

    private void gone() {
        int exitCode = process.onExit().join().exitValue();
        counts.nobodyAnswers();
        folder.delete();
        cleaned.countDown();
        put(new WorkerNews.Gone(exitCode, silence));
        onGone.run();
    }

    private void put(WorkerNews item) {
        try {
            news.put(item);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void writeOrders() {
        FrameWriter writer = new FrameWriter(process.getOutputStream());
        try {
            while (process.isAlive()) {
                Frame.Order order = orders.poll(1, TimeUnit.SECONDS);
                if (order != null) {
                    writer.write(order);
                    written(order);
                }
            }
        } catch (IOException e) {
            process.destroyForcibly(); // it takes no orders any more
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void written(Frame.Order order) {
        if (order instanceof Frame.Kv kv) {
            giveBack(kv);
            underway.release();
        }
    }

    /// Counts its own looks instead of asking a clock, so that a computer which slept, or a program
    /// which was stopped, does not take the worker for dead.
    private void watch() {
        ProcessSigns signs = new ProcessSigns(process.toHandle());
        Pulse pulse = new Pulse();
        long heardBefore = 0;
        try {
            while (!process.waitFor(LOOK_EVERY)) {
                Pulse.Sign sign = signs.look();
                if (delivering || heard.get() != heardBefore) {
                    pulse.beat();
                } else {
                    pulse.nothing(LOOK_EVERY, sign);
                }
                heardBefore = heard.get();
                if (pulse.isDead()) {
                    silence = Optional.of(pulse.silence());
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }
}
