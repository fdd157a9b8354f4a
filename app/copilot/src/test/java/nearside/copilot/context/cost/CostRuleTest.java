package nearside.copilot.context.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.cost.Weighing.Alternative;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

class CostRuleTest {
    private static final Tariff EXPLICIT = PublicTariff.EXPLICIT.tariff();
    private static final Form FROZEN = new Form(10_000, Duration.ofMinutes(1), 500);
    private static final Form FRESH = Form.unsent(3_000);
    private static final int CASES = 5_000;

    /// 10,000 tokens read at 0.50, 500 written at 6.25 and 100 answered at 25, against 3,000
    /// written; then each time 10,500 read or 3,000, and 400 written.
    @Test
    void appendsWhileThatIsCheaperThanAnotherPacking() {
        Weighing weighed = CostRule.choose(standing(FRESH, FROZEN, rhythm(0)));
        assertEquals(PackingChoice.APPEND, weighed.choice());
        assertEquals(1, weighed.furtherSends());
        same(
                new Alternative(
                        PackingChoice.APPEND,
                        CacheUse.READ_AND_WRITE,
                        new Billed(0, 10_000, 500, 100),
                        0.010625,
                        0.00775),
                weighed.alternatives().getFirst());
        same(
                new Alternative(
                        PackingChoice.PACK_AGAIN,
                        CacheUse.READ_AND_WRITE,
                        new Billed(0, 0, 3_000, 100),
                        0.02125,
                        0.004),
                weighed.alternatives().getLast());
    }

    @Test
    void packsAgainWhereManyQuestionsAreExpectedToPayForIt() {
        Weighing weighed = CostRule.choose(standing(FRESH, FROZEN, rhythm(7)));
        assertEquals(8, weighed.furtherSends());
        assertEquals(PackingChoice.PACK_AGAIN, weighed.choice());
        assertEquals(0.02125 + 8 * 0.004, weighed.cheapest().totalUsd(), 1e-12);
    }

    @Test
    void packsAgainWhenTheCacheIsCold() {
        Form cold = new Form(10_000, Duration.ofMinutes(5), 500);
        assertEquals(
                PackingChoice.PACK_AGAIN,
                CostRule.choose(standing(FRESH, cold, rhythm(0))).choice());
    }

    @Test
    void writesNothingWhereNoFurtherQuestionIsExpectedInTime() {
        Rhythm slow = new Rhythm(Collections.nCopies(9, Duration.ofHours(1)), 400, 0);
        Alternative cheapest = CostRule.choose(standing(FRESH, FROZEN, slow)).cheapest();
        assertEquals(CacheUse.READ, cheapest.use());
        assertEquals(new Billed(500, 10_000, 0, 100), cheapest.now());
    }

    @Test
    void sendsTheWholeWhereItIsWarmAndThePackingIsNot() {
        Standing standing =
                new Standing(
                        FRESH,
                        Optional.empty(),
                        Optional.of(new Form(4_000, Duration.ofSeconds(20), 60)),
                        100,
                        rhythm(2),
                        EXPLICIT);
        assertEquals(PackingChoice.WHOLE, CostRule.choose(standing).choice());
    }

    @Test
    void sendsTheWholeWhereEachQuestionNeedsMuchThatAPackingLacks() {
        Form whole = new Form(20_000, Duration.ofSeconds(20), 60);
        Standing lacking = whole(whole, new Rhythm(gaps(9), 400, 3_000));
        Standing complete = whole(whole, new Rhythm(gaps(9), 400, 0));
        assertEquals(PackingChoice.WHOLE, CostRule.choose(lacking).choice());
        assertEquals(PackingChoice.PACK_AGAIN, CostRule.choose(complete).choice());
    }

    @Test
    void changesNothingWhereAllCostTheSame() {
        Standing same =
                new Standing(
                        FRESH, Optional.of(FRESH), Optional.of(FRESH), 100, rhythm(0), EXPLICIT);
        assertEquals(PackingChoice.APPEND, CostRule.choose(same).choice());
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameWheneverItIsAsked(PublicTariff table) {
        for (int seed = 0; seed < CASES; seed++) {
            assertEquals(
                    CostRule.choose(of(seed, table.tariff())),
                    CostRule.choose(of(seed, table.tariff())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesTheCheapest(PublicTariff table) {
        for (int seed = 0; seed < CASES; seed++) {
            Weighing weighed = CostRule.choose(of(seed, table.tariff()));
            assertEquals(
                    weighed.alternatives().stream().mapToDouble(Alternative::totalUsd).min(),
                    OptionalDouble.of(weighed.cheapest().totalUsd()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWarmerCacheNeverTurnsAppendingIntoPacking(PublicTariff table) {
        int appended = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Standing standing = of(seed, table.tariff());
            if (choice(standing) == PackingChoice.APPEND) {
                appended++;
                Form frozen = standing.frozen().orElseThrow();
                Form warmer =
                        new Form(
                                frozen.sentTokens(),
                                frozen.idle().dividedBy(4),
                                frozen.newTokens());
                assertNotEquals(
                        PackingChoice.PACK_AGAIN, choice(with(standing, warmer)), "seed " + seed);
            }
        }
        assertTrue(appended > CASES / 10, "appended: " + appended);
    }

    @ParameterizedTest
    @EnumSource
    void aCheaperCacheNeverTurnsAppendingIntoPacking(PublicTariff table) {
        TokenPrices prices = table.tariff().prices();
        Tariff cheaper =
                new Tariff(
                        new TokenPrices(
                                prices.usdIn(),
                                prices.usdCacheRead() / 3,
                                prices.usdCacheWrite(),
                                prices.usdOut()),
                        table.tariff().terms());
        for (int seed = 0; seed < CASES; seed++) {
            if (choice(of(seed, table.tariff())) == PackingChoice.APPEND) {
                assertNotEquals(
                        PackingChoice.PACK_AGAIN, choice(of(seed, cheaper)), "seed " + seed);
            }
        }
    }

    /// As long as it does not make a packing too small to be cached.
    @ParameterizedTest
    @EnumSource
    void aLargerGainNeverTurnsPackingIntoAppending(PublicTariff table) {
        int packed = 0;
        int least = table.tariff().terms().leastTokens();
        for (int seed = 0; seed < CASES; seed++) {
            Standing standing = of(seed, table.tariff());
            if (choice(standing) == PackingChoice.PACK_AGAIN) {
                packed++;
                Form smaller = Form.unsent((standing.fresh().tokens() + least) / 2);
                assertNotEquals(
                        PackingChoice.APPEND, choice(packed(standing, smaller)), "seed " + seed);
            }
        }
        assertTrue(packed > CASES / 10, "packed: " + packed);
    }

    /// A packing just below what is cached costs more in the end than a larger one, so there a gain
    /// of one token may well turn packing into appending.
    @Test
    void aPackingThatIsTooSmallForTheCacheIsNoGain() {
        Tariff tariff = PublicTariff.AUTOMATIC_TENTH.tariff();
        assertTrue(packing(Form.unsent(1_023), tariff) > packing(Form.unsent(1_024), tariff));
    }

    private static double packing(Form fresh, Tariff tariff) {
        return CostRule.choose(
                        new Standing(
                                fresh, Optional.empty(), Optional.empty(), 0, rhythm(3), tariff))
                .cheapest()
                .totalUsd();
    }

    private static void same(Alternative expected, Alternative found) {
        assertEquals(expected.choice(), found.choice());
        assertEquals(expected.use(), found.use());
        assertEquals(expected.now(), found.now());
        assertEquals(expected.nowUsd(), found.nowUsd(), 1e-12);
        assertEquals(expected.laterUsd(), found.laterUsd(), 1e-12);
    }

    private static PackingChoice choice(Standing standing) {
        return CostRule.choose(standing).choice();
    }

    private static Rhythm rhythm(int shortGaps) {
        return new Rhythm(gaps(shortGaps), 400, 0);
    }

    private static List<Duration> gaps(int count) {
        return Collections.nCopies(count, Duration.ofSeconds(40));
    }

    private static Standing standing(Form fresh, Form frozen, Rhythm rhythm) {
        return new Standing(fresh, Optional.of(frozen), Optional.empty(), 100, rhythm, EXPLICIT);
    }

    private static Standing whole(Form whole, Rhythm rhythm) {
        return new Standing(FRESH, Optional.empty(), Optional.of(whole), 100, rhythm, EXPLICIT);
    }

    private static Standing with(Standing standing, Form frozen) {
        return new Standing(
                standing.fresh(),
                Optional.of(frozen),
                standing.whole(),
                standing.outputTokens(),
                standing.rhythm(),
                standing.tariff());
    }

    private static Standing packed(Standing standing, Form fresh) {
        return new Standing(
                fresh,
                standing.frozen(),
                standing.whole(),
                standing.outputTokens(),
                standing.rhythm(),
                standing.tariff());
    }

    /// All forms large enough to be cached.
    private static Standing of(int seed, Tariff tariff) {
        SplittableRandom random = new SplittableRandom(seed);
        int fresh = random.nextInt(1_100, 9_000);
        int frozen = random.nextInt(1_024, 30_000);
        Duration idle = Duration.ofSeconds(random.nextInt(600));
        List<Duration> gaps =
                random.ints(random.nextInt(12), 10, 700).mapToObj(Duration::ofSeconds).toList();
        return new Standing(
                Form.unsent(fresh),
                Optional.of(new Form(frozen, idle, random.nextInt(1, 4_000))),
                random.nextBoolean()
                        ? Optional.of(Form.unsent(frozen + random.nextInt(50_000)))
                        : Optional.empty(),
                random.nextInt(1_000),
                new Rhythm(gaps, random.nextInt(1_500), random.nextInt(1_500)),
                tariff);
    }
}
