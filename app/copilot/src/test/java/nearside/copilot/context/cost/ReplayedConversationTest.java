package nearside.copilot.context.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.cost.ReplayedConversation.Said;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class ReplayedConversationTest {
    private static final List<ReplayedConversation> ALL =
            LongStream.rangeClosed(1, 200).mapToObj(ReplayedConversation::of).toList();

    @Test
    void aSeedMakesOneConversation() {
        ALL.forEach(it -> assertEquals(it, ReplayedConversation.of(it.seed())));
    }

    @Test
    void shortAndLongOnesAreThere() {
        List<Integer> turns = ALL.stream().map(it -> it.turns().size()).sorted().toList();
        assertEquals(2, turns.getFirst());
        assertTrue(turns.getLast() > 55 && turns.getLast() <= 60, turns.toString());
    }

    @Test
    void gapsOfSecondsAndOfHoursAreThere() {
        List<Duration> gaps = said().stream().map(Said::gap).sorted().toList();
        assertTrue(gaps.getFirst().toSeconds() < 10, gaps.getFirst().toString());
        assertTrue(gaps.getLast().toHours() >= 12, gaps.getLast().toString());
        long cold = gaps.stream().filter(it -> it.toMinutes() >= 5).count();
        assertTrue(cold > gaps.size() / 10 && cold < gaps.size() / 2, cold + " of " + gaps.size());
    }

    @Test
    void aPackingIsNeverMoreThanAllAndMostlyMuchLess() {
        int small = 0;
        for (ReplayedConversation conversation : ALL) {
            for (int turn = 0; turn < conversation.turns().size(); turn++) {
                assertTrue(conversation.packed(turn) <= conversation.before(turn));
                small += conversation.packed(turn) * 2 < conversation.before(turn) ? 1 : 0;
            }
        }
        assertTrue(small > said().size() / 2, small + " of " + said().size());
    }

    @Test
    void questionsNeedWhatNoneBeforeNeeded() {
        long needing =
                ALL.stream()
                        .flatMapToInt(
                                it -> IntStream.range(0, it.turns().size()).map(it::newEvidence))
                        .filter(tokens -> tokens > 0)
                        .count();
        assertTrue(needing > 100, "needing: " + needing);
    }

    /// Packs anew or appends as is best in the end: nobody who cannot look ahead does better.
    @Test
    void foresightIsNotBeatenByThoseWhoPackAndAppend() {
        for (PublicTariff table : PublicTariff.values()) {
            Comparison some = Comparison.of(ALL.subList(0, 20), table.tariff());
            double least = some.foresight().total() * 0.999;
            some.fixed().stream()
                    .filter(it -> !it.policy().startsWith("whole"))
                    .forEach(it -> assertTrue(it.total() >= least, table + " " + it.policy()));
        }
    }

    private static List<Said> said() {
        return ALL.stream().flatMap(it -> it.turns().stream()).toList();
    }
}
