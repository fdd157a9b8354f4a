package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import nearside.copilot.orchestrator.Decision.Needs;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Model;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.KvPrecision;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;
import nearside.engine.memory.Need;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class DecisionTest {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    private static final ModelSize PHI3 =
            new ModelSize(2600 * MIB, 768 * 1024, 32064, 32, OptionalInt.empty());

    /// Phi-3-mini: 2.6 GB of weights, 768 KiB of KV a token, 4,096 tokens of window.
    private static Model.Present phi3(Weights weights) {
        return phi3(weights, Cache.FLOAT32);
    }

    private static Model.Present phi3(Weights weights, Cache cache) {
        ModelSize size = cache == Cache.INT8 ? PHI3.withKvBytesPerToken(192 * 1024) : PHI3;
        return new Model.Present("phi3", size, 4096, weights, cache);
    }

    private static Situation with(Model model, int prompt, Certainty certainty, long freeBytes) {
        return Situation.alone(
                model, new Tokens(prompt, certainty), 512, new Memory(freeBytes, 16 * GIB));
    }

    private static Target.Local whole(int replyLimit, KvPrecision kv) {
        return new Target.Local(replyLimit, kv, OptionalInt.empty());
    }

    private static Situation counted(int prompt, long freeBytes) {
        return with(phi3(Weights.ON_DISK), prompt, Certainty.COUNTED, freeBytes);
    }

    @Test
    void answersHereWhenItFits() {
        Situation situation = counted(100, 12 * GIB);
        long margin = 16 * GIB / 10;
        long needed = Need.toLoad(PHI3).bytes() + Need.toAnswer(PHI3, 100, 512).bytes();
        assertEquals(
                new Decision(
                        whole(512, KvPrecision.FLOAT32),
                        Reason.FITS,
                        situation,
                        new Needs(needed, margin, 0, 0)),
                Decision.of(situation));
    }

    @Test
    void shortensTheReplyToTheWindow() {
        assertEquals(whole(96, KvPrecision.FLOAT32), Decision.of(counted(4000, 12 * GIB)).target());
    }

    @Test
    void shortensTheReplyToTheMemory() {
        long free = Decision.of(counted(100, 12 * GIB)).needs().withMargin() - 100 * 768 * 1024;
        assertEquals(whole(412, KvPrecision.FLOAT32), Decision.of(counted(100, free)).target());
    }

    @Test
    void saysHowManyTokensTooLongAConversationIs() {
        Decision decision = Decision.of(counted(5000, 12 * GIB));
        assertEquals(new Target.Stop(), decision.target());
        assertEquals(Reason.WINDOW_EXCEEDED, decision.reason());
        assertEquals(new Needs(0, 0, 0, 905), decision.needs());
        assertEquals(
                Reason.FITS,
                Decision.of(counted(5000 - 905, 12 * GIB)).reason(),
                "with exactly that many fewer it fits");
    }

    @Test
    void neverStopsForTheWindowOnAnEstimate() {
        Decision decision =
                Decision.of(with(phi3(Weights.ON_DISK), 5000, Certainty.ESTIMATED, 12 * GIB));
        assertEquals(whole(1, KvPrecision.FLOAT32), decision.target());
    }

    @Test
    void saysHowMuchMemoryLoadingLacks() {
        Decision decision = Decision.of(counted(100, 2 * GIB));
        assertEquals(Reason.NO_MEMORY_LOAD, decision.reason());
        long missing = decision.needs().missingBytes();
        assertEquals(decision.needs().withMargin() - 2 * GIB, missing);
        assertEquals(Reason.FITS, Decision.of(counted(100, 2 * GIB + missing)).reason());
        assertTrue(
                Decision.of(counted(100, 2 * GIB + missing - 1)).target() instanceof Target.Stop);
    }

    @Test
    void saysHowManyTokensFewerWouldFitTheMemory() {
        Model loaded = phi3(Weights.LOADED);
        Decision decision = Decision.of(with(loaded, 3000, Certainty.COUNTED, 3 * GIB));
        assertEquals(Reason.NO_MEMORY_CONTEXT, decision.reason());
        int fewer = decision.needs().missingTokens();
        assertEquals(
                Reason.FITS,
                Decision.of(with(loaded, 3000 - fewer, Certainty.COUNTED, 3 * GIB)).reason());
    }

    @Test
    void stopsWithoutAModel() {
        Decision decision =
                Decision.of(with(new Model.Absent(), 10, Certainty.ESTIMATED, 12 * GIB));
        assertEquals(new Target.Stop(), decision.target());
        assertEquals(Reason.ENGINE_FAILED, decision.reason());
    }

    /// With more memory a reply is not shorter either, unless it is an exact one instead.
    @ParameterizedTest
    @MethodSource("everyModel")
    void moreMemoryNeverMakesItWorse(Model.Present model) {
        int before = 0;
        KvPrecision kvBefore = KvPrecision.INT8;
        for (long free = 0; free < 16 * GIB; free += 16 * MIB) {
            Decision decision = Decision.of(with(model, 700, Certainty.COUNTED, free));
            if (decision.target() instanceof Target.Local(int limit, KvPrecision kv, var _)) {
                assertTrue(limit >= before || kv != kvBefore, "shorter at " + free);
                assertTrue(kv == kvBefore || kv == KvPrecision.FLOAT32, "less exact at " + free);
                before = limit;
                kvBefore = kv;
            } else {
                assertEquals(0, before, "stops again at " + free);
            }
        }
        assertEquals(512, before);
        assertEquals(model.cache().choices().getFirst(), kvBefore);
    }

    /// What takes no less memory than the exact cache is no remedy.
    @ParameterizedTest
    @MethodSource("everySituation")
    void anInt8CacheIsOnlyTakenWhereTheExactOneDoesNotFit(Situation situation) {
        Model.Present model = (Model.Present) situation.model();
        Model.Present exact = phi3(model.loaded(), Cache.FLOAT32);
        Situation exactly =
                Situation.alone(
                        exact,
                        situation.prompt(),
                        situation.asked().replyLimit(),
                        situation.memory());
        if (model.cache() == Cache.FLOAT32_OR_INT8
                && Decision.of(exactly).target() instanceof Target.Local fits) {
            assertEquals(fits, Decision.of(situation).target());
        }
    }

    private static Situation either(Weights weights, int prompt, long freeBytes) {
        return with(phi3(weights, Cache.FLOAT32_OR_INT8), prompt, Certainty.COUNTED, freeBytes);
    }

    /// 3,000 tokens take 2,250 MiB exactly and 563 MiB as bytes.
    @ParameterizedTest
    @EnumSource(Weights.class)
    void takesAnInt8CacheInsteadOfAStop(Weights weights) {
        long free = (weights == Weights.LOADED ? 4 : 7) * GIB - GIB / 2;
        Situation situation = either(weights, 3000, free);
        assertEquals(
                new Target.Stop(),
                Decision.of(with(phi3(weights), 3000, Certainty.COUNTED, free)).target());
        Decision decision = Decision.of(situation);
        assertEquals(whole(512, KvPrecision.INT8), decision.target());
        assertEquals(Reason.FITS, decision.reason());
        long change =
                switch (weights) {
                    case ON_DISK -> Need.toLoad(PHI3).bytes();
                    case LOADED -> 650 * MIB;
                };
        ModelSize small = PHI3.withKvBytesPerToken(192 * 1024);
        assertEquals(
                new Needs(change + Need.toAnswer(small, 3000, 512).bytes(), 16 * GIB / 10, 0, 0),
                decision.needs());
    }

    @Test
    void lowersTheReplyLimitBeforeTheCache() {
        Decision enough = Decision.of(either(Weights.LOADED, 2000, 16 * GIB));
        long cut = 448 * 768 * 1024;
        Situation shortest = either(Weights.LOADED, 2000, enough.needs().withMargin() - cut);
        assertEquals(whole(64, KvPrecision.FLOAT32), Decision.of(shortest).target());
        Situation less = either(Weights.LOADED, 2000, enough.needs().withMargin() - cut - 1);
        assertEquals(
                KvPrecision.INT8,
                assertInstanceOf(Target.Local.class, Decision.of(less).target()).kv());
    }

    /// Scales are found with an exact cache of 384 tokens, which takes more than 1,300 tokens of
    /// bytes.
    @ParameterizedTest
    @EnumSource(Weights.class)
    void countsWhatItTakesToFindTheScales(Weights weights) {
        long weight =
                switch (weights) {
                    case ON_DISK -> Need.toLoad(PHI3).bytes();
                    case LOADED -> Need.toReload(PHI3).bytes();
                };
        long free = weight + Need.toCalibrate(PHI3).bytes() + 16 * GIB / 10;
        assertEquals(new Target.Stop(), Decision.of(either(weights, 1300, free - 1)).target());
        assertEquals(
                KvPrecision.INT8,
                assertInstanceOf(
                                Target.Local.class,
                                Decision.of(either(weights, 1300, free)).target())
                        .kv());
    }

    @Test
    void oneThatIsKeptAsBytesNeedsNoChange() {
        Model.Present small = phi3(Weights.LOADED, Cache.INT8);
        Decision decision = Decision.of(with(small, 100, Certainty.COUNTED, 16 * GIB));
        assertEquals(whole(512, KvPrecision.INT8), decision.target());
        assertEquals(
                Need.toAnswer(small.size(), 100, 512).bytes() + 16 * GIB / 10,
                decision.needs().withMargin());
    }

    /// To the byte; so many tokens fewer are enough.
    @ParameterizedTest
    @MethodSource("everySituation")
    void whatAStopSaysIsMissingIsWhatIsMissing(Situation situation) {
        Needs needs = Decision.of(situation).needs();
        Situation.Tokens prompt = situation.prompt();
        long free = situation.memory().freeBytes();
        if (needs.missingBytes() > 0) {
            Model model = situation.model();
            long enough = free + needs.missingBytes();
            assertTrue(isLocal(with(model, prompt.count(), prompt.certainty(), enough)));
            assertFalse(isLocal(with(model, prompt.count(), prompt.certainty(), enough - 1)));
        }
        if (needs.missingBytes() > 0 && needs.missingTokens() > 0) {
            int fewer = Math.min(prompt.count(), 4096) - needs.missingTokens();
            assertTrue(isLocal(with(situation.model(), fewer, prompt.certainty(), free)));
        }
    }

    private static boolean isLocal(Situation situation) {
        return Decision.of(situation).target() instanceof Target.Local;
    }

    @ParameterizedTest
    @EnumSource(Cache.class)
    void theRecordNamesTheCache(Cache cache) {
        Model.Present model = phi3(Weights.LOADED, cache);
        for (long free : List.of(16 * GIB, 3 * GIB + GIB / 2, 1L)) {
            Decision decision = Decision.of(with(model, 3000, Certainty.COUNTED, free));
            String word = DecisionRecord.of(decision).get("kv_cache").getAsString();
            boolean between = free > 1 && free < 16 * GIB && cache != Cache.FLOAT32;
            boolean small = cache == Cache.INT8 || between;
            assertEquals(small ? "int8" : "float32", word);
        }
    }

    @Test
    void withoutAModelTheRecordNamesNone() {
        Decision decision = Decision.of(with(new Model.Absent(), 1, Certainty.COUNTED, GIB));
        assertFalse(DecisionRecord.of(decision).has("kv_cache"));
    }

    private static Stream<Model.Present> everyModel() {
        return Stream.of(Weights.values())
                .flatMap(weights -> Stream.of(Cache.values()).map(cache -> phi3(weights, cache)));
    }

    static Stream<Situation> everySituation() {
        return everyModel()
                .flatMap(model ->
                        Stream.of(Certainty.values())
                                .flatMap(certainty ->
                                        IntStream.of(0, 1, 300, 2000, 4095, 4096, 1 << 30)
                                                .boxed()
                                                .flatMap(prompt ->
                                                        freeBytes()
                                                                .mapToObj(free ->
                                                                        with(
                                                                                model, prompt,
                                                                                certainty,
                                                                                free)))));
    }

    private static LongStream freeBytes() {
        return LongStream.of(0, 1700, 2200, 2700, 3500, 5500, 6500, 16_000).map(mib -> mib * MIB);
    }

    private static Cache cache(Situation situation) {
        return ((Model.Present) situation.model()).cache();
    }

    @ParameterizedTest
    @MethodSource("everySituation")
    void isTotalAndConsistent(Situation situation) {
        Decision decision = Decision.of(situation);
        switch (decision.target()) {
            case Target.Local(int limit, var kv, var _) -> {
                assertTrue(limit >= 1 && limit <= 512);
                assertTrue(decision.needs().withMargin() <= situation.memory().freeBytes());
                assertEquals(Reason.FITS, decision.reason());
                assertTrue(cache(situation).choices().contains(kv));
            }
            case Target.Far _, Target.Choose _ -> fail("nothing to borrow");
            case Target.Stop() ->
                    assertTrue(
                            decision.needs().missingBytes() > 0
                                    || decision.needs().missingTokens() > 0);
        }
    }
}
