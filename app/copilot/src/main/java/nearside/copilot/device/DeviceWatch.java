package nearside.copilot.device;

import nearside.engine.device.DeviceReading;
import nearside.engine.memory.Memory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Watches this device while somebody listens: one reading a second by a thread of its own, and
/// what the last seconds held. May be used by several threads; whoever listens is told on the
/// watch's thread and must return at once.
public final class DeviceWatch implements AutoCloseable {
    static final Duration EVERY = Duration.ofSeconds(1);
    static final Duration LATELY = Duration.ofSeconds(3);

    /// Between two readings that count as two.
    static final Duration APART = Duration.ofMillis(200);

    private static final Comparator<Memory> BY_FREE = Comparator.comparingLong(Memory::freeBytes);

    private final Supplier<DeviceReading> source;
    private final LongSupplier nanos;
    private final Pause pause;
    private final List<Ear> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Sample> samples = new ArrayDeque<>(); // the newest last
    private CountDownLatch ended = new CountDownLatch(0);

    private record Sample(DeviceReading reading, long at) {}

    /// One that nobody listens to yet.
    ///
    /// @param source reads anew; may be asked by several threads
    public DeviceWatch(Supplier<DeviceReading> source) {
        this(source, System::nanoTime, Thread::sleep);
    }

    DeviceWatch(Supplier<DeviceReading> source, LongSupplier nanos, Pause pause) {
        this.source = Objects.requireNonNull(source);
        this.nanos = nanos;
        this.pause = pause;
    }

    /// Passes time.
    interface Pause {
        void pass(Duration time) throws InterruptedException;
    }

    /// One that knows nothing but the memory.
    public static DeviceWatch of(Supplier<Memory> memory) {
        return new DeviceWatch(() -> DeviceReading.of(memory.get()));
    }

    /// Somebody who listens, until closed.
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    private final class Ear implements Listening {
        private final Consumer<DeviceReading> listener;

        Ear(Consumer<DeviceReading> listener) {
            this.listener = listener;
        }

        @Override
        public void close() {
            leave(this);
        }
    }

    /// Tells every reading from now on, the first one soon.
    public synchronized Listening listen(Consumer<DeviceReading> listener) {
        Ear own = new Ear(listener);
        listeners.add(own);
        if (listeners.size() == 1) {
            CountDownLatch end = new CountDownLatch(1);
            ended = end;
            Thread.ofVirtual().name("device watch").start(() -> watch(end));
        }
        return own;
    }

    private synchronized void leave(Ear ear) {
        listeners.remove(ear);
        if (listeners.isEmpty()) {
            ended.countDown();
        }
    }

    private void watch(CountDownLatch end) {
        try {
            do {
                sample();
            } while (!end.await(EVERY.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /// Takes one reading, keeps it and tells it.
    void sample() {
        DeviceReading now = source.get();
        synchronized (this) {
            samples.removeIf(it -> age(it) > LATELY.toNanos());
            samples.addLast(new Sample(now, nanos.getAsLong()));
        }
        listeners.forEach(ear -> ear.listener.accept(now));
    }

    /// A reading at most one second old; taken now where nobody listens.
    public DeviceReading now() {
        return fresh().orElseGet(source);
    }

    private synchronized Optional<DeviceReading> fresh() {
        return Optional.ofNullable(samples.peekLast())
                .filter(it -> age(it) <= EVERY.toNanos())
                .map(Sample::reading);
    }

    /// The least memory that was free in the last seconds, by two readings at least that lie apart;
    /// where nobody listens they are taken now, which takes a moment.
    public Memory least() throws InterruptedException {
        List<Sample> lately = lately();
        if (areApart(lately)) {
            return lately.stream().map(it -> it.reading.memory()).min(BY_FREE).orElseThrow();
        }
        Memory first = source.get().memory();
        pause.pass(APART);
        Memory second = source.get().memory();
        return BY_FREE.compare(first, second) < 0 ? first : second;
    }

    private synchronized List<Sample> lately() {
        return samples.stream().filter(it -> age(it) <= LATELY.toNanos()).toList();
    }

    private static boolean areApart(List<Sample> lately) {
        return lately.size() > 1 && lately.getLast().at - lately.getFirst().at >= APART.toNanos();
    }

    private long age(Sample sample) {
        return nanos.getAsLong() - sample.at;
    }

    /// Nobody listens any more.
    @Override
    public synchronized void close() {
        listeners.clear();
        ended.countDown();
    }
}
