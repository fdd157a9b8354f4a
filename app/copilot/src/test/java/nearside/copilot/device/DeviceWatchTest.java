package nearside.copilot.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.device.DeviceReading;
import nearside.engine.memory.Memory;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A watch whose clock and device follow a script.
class DeviceWatchTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong free = new AtomicLong(5);
    private final AtomicLong readings = new AtomicLong();
    private final DeviceWatch watch = new DeviceWatch(this::read, nanos::get, _ -> {});

    private DeviceReading read() {
        readings.incrementAndGet();
        return DeviceReading.of(memory(free.get()));
    }

    private static Memory memory(long free) {
        return new Memory(free, 9);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void sample(long bytes) {
        free.set(bytes);
        watch.sample();
    }

    @Test
    void whatIsAtMostASecondOldIsNotReadAgain() {
        sample(5);
        free.set(3);
        pass(DeviceWatch.EVERY);
        assertEquals(memory(5), watch.now().memory());
        pass(Duration.ofNanos(1));
        assertEquals(memory(3), watch.now().memory());
    }

    @Test
    void whereNobodyListensItIsReadNow() {
        assertEquals(memory(5), watch.now().memory());
        assertEquals(1, readings.get());
    }

    @Test
    void leastOfTheLastSecondsCounts() throws InterruptedException {
        sample(2);
        pass(DeviceWatch.LATELY);
        sample(7);
        pass(DeviceWatch.EVERY);
        sample(4);
        pass(DeviceWatch.EVERY);
        sample(6);
        long before = readings.get();
        assertEquals(memory(4), watch.least());
        assertEquals(before, readings.get());
    }

    @Test
    void oneReadingIsNotTwo() throws InterruptedException {
        sample(8);
        pass(DeviceWatch.APART.minusNanos(1));
        sample(8);
        free.set(3);
        assertEquals(memory(3), watch.least());
        assertEquals(4, readings.get());
    }

    @Test
    void leastOfTwoReadingsCountsWhereNobodyListens() throws InterruptedException {
        List<Long> script = new ArrayList<>(List.of(6L, 2L));
        DeviceWatch read = DeviceWatch.of(() -> memory(script.removeFirst()));
        assertEquals(memory(2), read.least());
        script.addAll(List.of(1L, 3L));
        assertEquals(memory(1), read.least());
    }

    @Test
    void whoeverListensIsToldUntilClosed() throws InterruptedException {
        BlockingQueue<DeviceReading> first = new LinkedBlockingQueue<>();
        BlockingQueue<DeviceReading> second = new LinkedBlockingQueue<>();
        DeviceWatch.Listening one = watch.listen(first::add);
        assertEquals(memory(5), first.poll(10, TimeUnit.SECONDS).memory());
        DeviceWatch.Listening two = watch.listen(second::add);
        sample(4);
        assertTrue(second.stream().anyMatch(it -> it.memory().equals(memory(4))));
        two.close();
        second.clear();
        sample(3);
        assertTrue(second.isEmpty());
        one.close();
        watch.close();
    }

    /// The thread of before is gone; another begins.
    @Test
    void oneMayListenAgain() throws InterruptedException {
        BlockingQueue<DeviceReading> told = new LinkedBlockingQueue<>();
        watch.listen(told::add).close();
        told.clear();
        try (DeviceWatch.Listening _ = watch.listen(told::add)) {
            assertEquals(memory(5), told.poll(10, TimeUnit.SECONDS).memory());
        }
    }

    @Test
    void closedWatchReadsNoMore() {
        BlockingQueue<DeviceReading> told = new LinkedBlockingQueue<>();
        DeviceWatch.Listening _ = watch.listen(told::add);
        watch.close();
        told.clear();
        watch.sample();
        assertTrue(told.isEmpty());
    }
}
