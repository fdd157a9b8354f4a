package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.outbound.Ledger.Ending;
import nearside.cloud.outbound.Ledger.Outcome;
import nearside.engine.ReplyEvent;
import nearside.engine.contract.Campaign;
import nearside.engine.contract.Pulled;
import nearside.farside.Asked;
import nearside.farside.FarSide;
import nearside.farside.Seen;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Sessions with a far side that does everything wrong that one can: none hangs, none doubles text
/// or loses what came, the key goes nowhere else, and the ledger says what the far side's own log
/// says. Two of each kind in the everyday run; a campaign by
///
/// `mvn -pl inference/cloud -am test -Dtest=FarFaultCampaign -Dnearside.seeds=1-1000
/// -Dsurefire.failIfNoSpecifiedTests=false`
class FarFaultCampaign {
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Campaign campaign =
            Campaign.of(
                    "far-faults.csv",
                    "fault,pieces,told,last,late_ms",
                    2L * FarFault.values().length);

    @Test
    void everySessionEndsInTimeWithWhatCame() throws Exception {
        try (FarSide elsewhere = FarSide.plain((asked, wire) -> wire.stream().end())) {
            for (long seed : campaign.seeds().toArray()) {
                session(seed, elsewhere);
            }
            assertEquals(0, elsewhere.connections(), "somebody followed to another address");
        }
    }

    private void session(long seed, FarSide elsewhere) throws Exception {
        FarSession session = new FarSession(seed, elsewhere.base());
        try (FarSide far = FarSide.plain((asked, wire) -> session.fault().play(session, wire));
                Borrowed borrowed = Borrowed.from(far.base(), Borrowed.SHORT)) {
            Pulled pulled =
                    Pulled.all(borrowed.engine().answer(Borrowed.ask("How wide is the sea?")));
            long ended = System.nanoTime();
            String what = "seed " + seed + " " + session.fault() + " " + pulled.last();
            awaitIdle(far, what);
            checkText(session, pulled, what);
            Duration late = late(far.log(), ended);
            assertTrue(late.compareTo(allowed(session).plus(SLACK)) <= 0, what + " " + late);
            checkBooks(far, borrowed.books().rows(), what);
            checkKey(far.asked(), pulled, what);
            campaign.row(
                    seed,
                    session.fault(),
                    session.pieces().size(),
                    pulled.of(ReplyEvent.Text.class).size(),
                    pulled.last().getClass().getSimpleName(),
                    late.toMillis());
        }
    }

    private static Duration allowed(FarSession session) {
        return session.fault() == FarFault.COMMENTS
                ? Borrowed.SHORT.fruitless()
                : Borrowed.SHORT.silence();
    }

    private static void awaitIdle(FarSide far, String what) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (far.isBusy() && System.nanoTime() < until) {
            Thread.sleep(Duration.ofMillis(1));
        }
        assertTrue(!far.isBusy(), what + ": a connection was left open");
    }

    private static void checkText(FarSession session, Pulled pulled, String what) {
        String told = pulled.text();
        assertTrue(session.text().startsWith(told), what + ": " + told);
        if (session.fault().isHarmless()) {
            assertEquals(session.text(), told, what);
            assertTrue(pulled.last() instanceof ReplyEvent.Finished, what);
        }
        int whole =
                switch (session.fault()) {
                    case CUT_BEHIND_EVENT,
                            ENDS_EARLY,
                            STALL,
                            DRIP,
                            BROKEN_JSON,
                            OTHER_JSON,
                            BROKEN_UTF8,
                            ERROR_EVENT,
                            COMMENTS,
                            ENDLESS_LINE ->
                            Math.min(session.at(), session.pieces().size() + 1) - 1;
                    default -> 0;
                };
        String due =
                String.join(
                        "",
                        session.pieces()
                                .subList(0, Math.max(0, Math.min(whole, session.pieces().size()))));
        assertTrue(told.startsWith(due), what + ": what came was not told");
    }

    /// How long after the far side's last byte the reply ended.
    private static Duration late(List<Seen> log, long ended) {
        long last = log.stream().mapToLong(Seen::lastWrite).max().orElse(ended);
        return Duration.ofNanos(Math.max(0, ended - last));
    }

    /// One row for each connection, with the same bytes; where this side hung up, at most those.
    private static void checkBooks(FarSide far, List<Books.Row> rows, String what) {
        List<Seen> log = far.log();
        assertEquals(log.size(), rows.size(), what);
        for (int i = 0; i < rows.size(); i++) {
            Outcome outcome = rows.get(i).outcome().orElseThrow();
            Seen seen = log.get(i);
            assertEquals(seen.bytesIn(), outcome.bytesOut(), what);
            assertTrue(outcome.bytesIn() <= seen.bytesOut(), what + outcome + seen);
            if (outcome.ending() == Ending.COMPLETE) {
                assertEquals(seen.bytesOut(), outcome.bytesIn(), what);
                assertEquals(seen.status(), outcome.status(), what);
            }
        }
    }

    private static void checkKey(List<Asked> asked, Pulled pulled, String what) throws IOException {
        for (Asked request : asked) {
            assertEquals(
                    Optional.of("Bearer " + Borrowed.SECRET),
                    request.header("Authorization"),
                    what);
            assertTrue(!request.body().contains(Borrowed.SECRET), what);
        }
        assertTrue(!pulled.toString().contains(Borrowed.SECRET), what + ": the key is told");
    }
}
