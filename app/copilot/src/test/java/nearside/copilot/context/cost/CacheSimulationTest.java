package nearside.copilot.context.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.cost.Policy.Move;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class CacheSimulationTest {
    private static final Piece START = new Piece(1, 2_000);
    private static final Piece MORE = new Piece(2, 300);
    private static final Piece OTHER = new Piece(3, 300);

    private final CacheSimulation far =
            new CacheSimulation(PublicTariff.EXPLICIT.tariff().terms(), 1);

    @Test
    void billsWhatWasAskedToBeKept() {
        assertEquals(new Billed(0, 0, 2_000, 7), write(0, START));
        assertEquals(new Billed(0, 2_000, 300, 7), write(60, START, MORE));
        assertEquals(new Billed(0, 2_300, 300, 7), write(120, START, MORE, OTHER));
    }

    @Test
    void whatWasOnlyReadIsNotKept() {
        assertEquals(new Billed(2_000, 0, 0, 7), read(0, START));
        assertEquals(new Billed(0, 0, 2_000, 7), write(1, START));
        assertEquals(new Billed(300, 2_000, 0, 7), read(2, START, MORE));
        assertEquals(new Billed(300, 2_000, 0, 7), read(3, START, MORE));
    }

    @Test
    void eachUseMakesItLastAndThenItIsGone() {
        write(0, START);
        assertEquals(new Billed(0, 2_000, 0, 7), read(299, START));
        assertEquals(new Billed(0, 2_000, 0, 7), read(598, START));
        assertEquals(new Billed(2_000, 0, 0, 7), read(898, START));
    }

    @Test
    void otherBytesAtTheBeginningHitNothing() {
        write(0, START, MORE);
        assertEquals(new Billed(2_600, 0, 0, 7), read(1, OTHER, START, MORE));
    }

    @Test
    void anAutomaticOneReadsWholeSteps() {
        CacheSimulation automatic =
                new CacheSimulation(PublicTariff.AUTOMATIC_HALF.tariff().terms(), 1);
        automatic.answer(List.of(START), CacheUse.READ_AND_WRITE, 7, Duration.ZERO);
        assertEquals(
                new Billed(380, 1_920, 0, 7),
                automatic.answer(
                        List.of(START, MORE), CacheUse.READ_AND_WRITE, 7, Duration.ofSeconds(9)));
    }

    /// They were written apart: one knows lengths and ages, the other bytes.
    @Test
    void whatTheTermsSayIsBilledByAFarSideThatKeepsThem() {
        Tariff tariff = PublicTariff.EXPLICIT.tariff();
        int hits = 0;
        for (long seed = 1; seed <= 40; seed++) {
            List<Billed> said = new ArrayList<>();
            Policy rule =
                    (standing, turn) -> {
                        Move move = Policy.rule().move(standing, turn);
                        said.add(CostRule.choose(standing).cheapest().now());
                        return move;
                    };
            List<Billed> billed = Replay.of(ReplayedConversation.of(seed), rule, tariff).bills();
            for (int i = 0; i < billed.size(); i++) {
                assertEquals(prompt(said.get(i)), prompt(billed.get(i)), "seed " + seed);
                hits += billed.get(i).cached() > 0 ? 1 : 0;
            }
        }
        assertTrue(hits > 100, "hits: " + hits);
    }

    @ParameterizedTest
    @EnumSource
    void noPolicyReadsMoreFromTheCacheThanItEverSent(PublicTariff table) {
        for (long seed = 1; seed <= 20; seed++) {
            List<Billed> bills =
                    Replay.of(ReplayedConversation.of(seed), Policy.rule(), table.tariff()).bills();
            assertEquals(0, bills.getFirst().cached());
            IntStream.range(1, bills.size())
                    .forEach(i ->
                            assertTrue(
                                    bills.get(i).cached()
                                            <= bills.subList(0, i).stream()
                                                    .mapToLong(CacheSimulationTest::tokens)
                                                    .max()
                                                    .orElseThrow()));
        }
    }

    private static long tokens(Billed bill) {
        return bill.uncached() + bill.cached() + bill.written();
    }

    private static Billed prompt(Billed bill) {
        return new Billed(bill.uncached(), bill.cached(), bill.written(), 0);
    }

    private Billed write(int second, Piece... prompt) {
        return far.answer(List.of(prompt), CacheUse.READ_AND_WRITE, 7, Duration.ofSeconds(second));
    }

    private Billed read(int second, Piece... prompt) {
        return far.answer(List.of(prompt), CacheUse.READ, 7, Duration.ofSeconds(second));
    }
}
