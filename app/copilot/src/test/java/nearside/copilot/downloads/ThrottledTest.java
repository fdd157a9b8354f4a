package nearside.copilot.downloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.download.Throttle;
import nearside.copilot.downloads.Trip.Standing;
import nearside.hubside.HubSide;
import nearside.hubside.Served;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Two downloads of four connections each, from a hub on this machine, held to one limit. Seconds
/// are those of a clock that the test moves.
class ThrottledTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MOST = 4_000_000;

    /// What came and waits to be due: a piece of each connection, as large as the client makes it.
    private static final long HELD = 8 * (256L << 10);

    private static final long SPARE = MOST / 4;

    @TempDir Path profile;

    private record Seen(long nanos, long bytes) {}

    private final PacedClock clock = new PacedClock(8);
    private final AtomicLong limit = new AtomicLong(MOST);

    private static long came(Downloads downloads) {
        return downloads.all().stream()
                .mapToLong(trip ->
                        trip.standing() instanceof Standing.Coming(var progress, _, _)
                                ? progress.cameBytes()
                                : 0)
                .sum();
    }

    private Fetched from(HubSide hub) throws Exception {
        return Fetched.held(
                hub.base(),
                hub.storage(),
                profile,
                Fetched.limits(Duration.ofSeconds(30)),
                new Throttle(limit::get, clock));
    }

    @Test
    void bothTogetherStayUnderTheLimitInEverySecond() throws Exception {
        ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();
        try (HubSide hub = HubSide.of(Published.tiny().content());
                Fetched fetched = from(hub)) {
            Thread moving = Thread.ofVirtual().start(clock::run);
            Downloads downloads = fetched.downloads();
            downloads.get(fetched.getting("one"));
            downloads.get(fetched.getting("two"));
            while (downloads.all().stream().noneMatch(Trip::rests)) {
                long bytes = came(downloads);
                seen.add(new Seen(clock.nanos(), bytes));
                Thread.sleep(2);
            }
            for (String id : List.of("one", "two")) {
                assertEquals(
                        new Standing.Here(id),
                        downloads.await(id, Duration.ofSeconds(60)).standing());
            }
            clock.end();
            moving.join();
            long all = hub.log().stream().mapToLong(Served::bodyBytes).sum();
            assertTrue(all > 20_000_000, () -> all + " bytes were sent");
            assertTrue(
                    clock.nanos() >= (all - SPARE - HELD) * SECOND / MOST,
                    () -> all + " bytes in " + clock.nanos() + " ns");
        }
        for (Seen each : seen) {
            long may = each.nanos() * MOST / SECOND + SPARE + HELD;
            assertTrue(each.bytes() <= may, () -> each + ", at most " + may);
        }
        assertTrue(seen.stream().anyMatch(it -> it.nanos() > 3 * SECOND), "too short");
    }

    /// At a thousand bytes a second it would take hours of a clock that nobody moves.
    @Test
    void whatIsHeldIsLetGoWhenTheLimitGoes() throws Exception {
        limit.set(1_000);
        try (HubSide hub = HubSide.of(Published.tiny().content());
                Fetched fetched = from(hub)) {
            Downloads downloads = fetched.downloads();
            downloads.get(fetched.getting());
            while (came(downloads) == 0) {
                Thread.sleep(2);
            }
            assertInstanceOf(Standing.Coming.class, downloads.all().getFirst().standing());
            limit.set(0);
            Thread moving = Thread.ofVirtual().start(clock::run);
            assertEquals(
                    new Standing.Here(Fetched.ID),
                    downloads.await(Fetched.ID, Duration.ofSeconds(60)).standing());
            clock.end();
            moving.join();
            assertTrue(clock.nanos() <= SECOND, () -> clock.nanos() + " ns");
        }
    }
}
