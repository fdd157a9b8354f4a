package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class TimeOrderedIdsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void anIdIsAUuidOfVersionSevenWithItsTime() {
        UUID id = UUID.fromString(new TimeOrderedIds(InstantSource.fixed(NOW)).next());

        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void eachIsGreaterThanTheOneBeforeInOneMillisecond() {
        List<String> made = made(new TimeOrderedIds(InstantSource.fixed(NOW)), 10_000);

        assertEquals(made.stream().sorted().toList(), made);
        assertEquals(10_000, Set.copyOf(made).size());
    }

    @Test
    void theOrderHoldsWhenTheClockGoesBack() {
        Deque<Instant> times = new ArrayDeque<>(List.of(NOW, NOW.minusSeconds(3600), NOW));
        List<String> made = made(new TimeOrderedIds(times::pop), 3);

        assertEquals(made.stream().sorted().toList(), made);
    }

    @Test
    void idsMadeByManyThreadsDiffer() throws Exception {
        TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());
        Set<String> all = Collections.synchronizedSet(new TreeSet<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> done =
                    IntStream.range(0, 4)
                            .mapToObj(i -> threads.submit(() -> all.addAll(made(ids, 2_000))))
                            .toList();
            for (Future<Boolean> each : done) {
                assertTrue(each.get());
            }
        }
        assertEquals(8_000, all.size());
    }

    @Test
    void twoMakersAtTheSameTimeDiffer() {
        InstantSource clock = InstantSource.fixed(NOW);
        List<String> some = made(new TimeOrderedIds(clock), 1_000);
        List<String> others = made(new TimeOrderedIds(clock), 1_000);

        assertTrue(Collections.disjoint(some, others));
    }

    private static List<String> made(TimeOrderedIds ids, int count) {
        return Stream.generate(ids::next).limit(count).toList();
    }
}
