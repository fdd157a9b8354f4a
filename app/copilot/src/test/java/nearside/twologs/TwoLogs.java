package nearside.twologs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.outbound.Ledger.Ending;
import nearside.cloud.outbound.Origin;
import nearside.farside.FarSide;
import nearside.farside.Seen;
import nearside.storage.ledger.LedgerEvent.Began;
import nearside.storage.ledger.LedgerEvent.Ended;
import nearside.storage.ledger.LedgerRow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the ledger says of one far side, beside what that far side saw itself: both in order, but
/// for what never reached it.
public record TwoLogs(List<Ended> kept, List<Seen> seen) {
    public TwoLogs {
        kept = List.copyOf(kept);
        seen = List.copyOf(seen);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public static TwoLogs of(List<LedgerRow> rows, FarSide far) {
        awaitIdle(far);
        String origin = Origin.of(far.base()).toString();
        Map<Long, Ended> ends =
                rows.stream()
                        .filter(row -> row.event() instanceof Ended)
                        .map(row -> (Ended) row.event())
                        .collect(Collectors.toMap(Ended::attempt, it -> it));
        List<LedgerRow> begun =
                rows.stream()
                        .filter(row -> row.event() instanceof Began it && it.far().equals(origin))
                        .toList();
        assertTrue(
                begun.stream().allMatch(row -> ends.containsKey(row.number())),
                "an attempt without an end");
        return new TwoLogs(
                begun.stream()
                        .map(row -> ends.getOrDefault(row.number(), NOTHING))
                        .filter(it -> it.status() != 0 || it.bytesOut() > 0)
                        .toList(),
                far.log().stream().filter(it -> it.bytesIn() >= 0).toList());
    }

    private static final Ended NOTHING = new Ended(0, "", 0, 0, 0, 0, 0);

    private static void awaitIdle(FarSide far) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (far.isBusy() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertFalse(far.isBusy(), "a connection was left open");
    }

    /// One to one, with the same bytes. Of an answer that did not come to its end as many may have
    /// come as the far side wrote, at most.
    public void assertEqual() {
        assertEquals(seen.size(), kept.size(), this::toString);
        for (int i = 0; i < seen.size(); i++) {
            Ended here = kept.get(i);
            Seen there = seen.get(i);
            assertEquals(there.bytesIn(), here.bytesOut(), this::toString);
            assertEquals(there.status(), here.status(), this::toString);
            if (here.outcome().equals(Ending.COMPLETE.name())) {
                assertEquals(there.bytesOut(), here.bytesIn(), this::toString);
            }
            assertTrue(here.bytesIn() <= there.bytesOut(), this::toString);
        }
    }
}
