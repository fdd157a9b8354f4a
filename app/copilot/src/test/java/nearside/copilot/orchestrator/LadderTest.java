package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.device.Curve;
import nearside.copilot.device.Speed;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Asked;
import nearside.copilot.orchestrator.Situation.Beyond;
import nearside.copilot.orchestrator.Situation.Beyond.Why;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Lately;
import nearside.copilot.orchestrator.Situation.Model;
import nearside.copilot.orchestrator.Situation.Pace;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.copilot.orchestrator.Situation.Where;
import nearside.engine.KvPrecision;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;
import nearside.storage.Settings.Relief;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/// What is given up, in which order, before anything leaves the device.
class LadderTest {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final Beyond FAR = new Beyond.Open("far", 100_000);
    private static final Beyond ALONE = new Beyond.Shut(Why.NOT_SET_UP);

    /// A loaded Phi-3-mini with 16 GiB of memory in all.
    private record Case(
            int prompt,
            int least,
            long freeBytes,
            Pace pace,
            Beyond beyond,
            Lately lately,
            Set<Relief> never) {
        static Case of(int prompt, int least, long freeBytes, Beyond beyond) {
            return new Case(
                    prompt, least, freeBytes, Pace.UNKNOWN, beyond, Lately.NOTHING, Set.of());
        }

        Case with(Pace other) {
            return new Case(prompt, least, freeBytes, other, beyond, lately, never);
        }

        Case with(Lately other) {
            return new Case(prompt, least, freeBytes, pace, beyond, other, never);
        }

        Case never(Relief relief) {
            return new Case(prompt, least, freeBytes, pace, beyond, lately, Set.of(relief));
        }

        Decision decision() {
            ModelSize size = new ModelSize(2600 * MIB, 768 * 1024, 32_064, 32, OptionalInt.empty());
            return Decision.of(
                    new Situation(
                            new Model.Present("phi3", size, 4_096, Weights.LOADED, Cache.FLOAT32),
                            new Asked(new Tokens(prompt, Certainty.COUNTED), least, 512, never),
                            new Memory(freeBytes, 16 * GIB),
                            pace,
                            beyond,
                            lately));
        }
    }

    private static Target.Local local(Decision decision) {
        return assertInstanceOf(Target.Local.class, decision.target());
    }

    @Test
    void aConversationLongerThanTheWindowIsPackedAndLeavesRoomForTheReply() {
        Decision decision = Case.of(10_000, 40, 15 * GIB, FAR).decision();
        assertEquals(Reason.FITS_PACKED, decision.reason());
        assertEquals(
                new Target.Local(512, KvPrecision.FLOAT32, OptionalInt.of(4_096 - 512)),
                decision.target());
    }

    @Test
    void aConversationThatTakesTooMuchMemoryIsPackedToWhatFits() {
        Decision decision = Case.of(3_000, 40, 3 * GIB, FAR).decision();
        assertEquals(Reason.FITS_PACKED, decision.reason());
        assertTrue(decision.needs().withMargin() <= 3 * GIB);
        int budget = local(decision).budget().orElseThrow();
        Decision more = Case.of(budget + 200, budget + 200, 3 * GIB, ALONE).decision();
        assertTrue(budget > 500, "so much more would fit: " + budget);
        assertTrue(!(more.target() instanceof Target.Local here) || here.replyLimit() < 512);
    }

    /// Rather nothing here than half an answer, if the person wants it so.
    @Test
    void anAnswerIsShortWhereMemoryIsUnlessThatIsNotWanted() {
        long enough = Case.of(400, 400, 15 * GIB, FAR).decision().needs().withMargin();
        Case little = Case.of(400, 400, enough - 100 * 768 * 1024, FAR);
        assertEquals(412, local(little.decision()).replyLimit());
        Decision whole = little.never(Relief.SHORT_REPLY).decision();
        assertEquals(Reason.NO_MEMORY_CONTEXT, whole.reason());
        assertEquals(new Target.Far("far", 512, 400), whole.target());
    }

    @Test
    void nothingIsPackedThatFits() {
        assertEquals(
                OptionalInt.empty(), local(Case.of(3_000, 40, 15 * GIB, FAR).decision()).budget());
    }

    @Test
    void whatCannotBeShortenedLeavesTheDeviceForTheReasonThatHolds() {
        Decision window = Case.of(10_000, 9_000, 15 * GIB, FAR).decision();
        assertEquals(Reason.WINDOW_EXCEEDED, window.reason());
        assertEquals(new Target.Far("far", 512, 10_000), window.target());
        Decision memory = Case.of(3_000, 3_000, 3 * GIB, FAR).decision();
        assertEquals(Reason.NO_MEMORY_CONTEXT, memory.reason());
        assertEquals(new Target.Far("far", 512, 3_000), memory.target());
        assertTrue(memory.needs().missingBytes() > 0);
    }

    @Test
    void aFarSideThatIsTooSmallAsWellIsNoHelp() {
        Decision decision =
                Case.of(10_000, 9_000, 15 * GIB, new Beyond.Open("small", 8_000)).decision();
        assertEquals(new Target.Stop(), decision.target());
        assertEquals(Reason.WINDOW_EXCEEDED, decision.reason());
    }

    @Test
    void aFarSideReadsAsMuchAsItCan() {
        Decision decision =
                Case.of(10_000, 6_000, 15 * GIB, new Beyond.Open("small", 8_000)).decision();
        assertEquals(new Target.Far("small", 512, 8_000 - 512), decision.target());
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_SET_UP, NO_MEMORY_CONTEXT",
        "OFFLINE, POLICY_OFFLINE",
        "NEVER_HERE, POLICY_CONSENT",
        "FORBIDDEN, POLICY_CONSENT",
        "NOBODY_TO_ASK, POLICY_CONSENT",
        "STAY, USER_CHOICE"
    })
    void whoShutTheDoorIsTheReasonOfTheStop(Why why, Reason reason) {
        Decision decision = Case.of(3_000, 3_000, 3 * GIB, new Beyond.Shut(why)).decision();
        assertEquals(new Target.Stop(), decision.target());
        assertEquals(reason, decision.reason());
        assertTrue(decision.needs().missingBytes() > 0);
    }

    /// Two tokens a second are read or written.
    private static Pace slow(Duration patience) {
        Curve two = new Curve(Map.of(8, new Curve.Point(2, 9)));
        Curve hundred = new Curve(Map.of(8, new Curve.Point(100, 9)));
        return new Pace(new Speed(two, hundred), 0, patience);
    }

    @Test
    void whatIsOnlySlowIsForThePersonToChoose() {
        Decision decision =
                Case.of(100, 40, 15 * GIB, FAR).with(slow(Duration.ofSeconds(15))).decision();
        Target.Local here = new Target.Local(512, KvPrecision.FLOAT32, OptionalInt.empty());
        assertEquals(Reason.TOO_SLOW, decision.reason());
        assertEquals(new Target.Choose(here, new Target.Far("far", 512, 100)), decision.target());
    }

    @Test
    void patienceIsWhatThePersonHas() {
        Decision decision =
                Case.of(100, 40, 15 * GIB, FAR).with(slow(Duration.ofMinutes(1))).decision();
        assertEquals(Reason.FITS, decision.reason());
    }

    @Test
    void whatWasReadBeforeIsNotWaitedFor() {
        Pace slow = slow(Duration.ofSeconds(15));
        Pace cached = new Pace(slow.speed(), 90, slow.patience());
        assertEquals(Reason.FITS, Case.of(100, 40, 15 * GIB, FAR).with(cached).decision().reason());
    }

    @Test
    void writingSlowerThanOneReadsIsSlow() {
        Curve two = new Curve(Map.of(8, new Curve.Point(2, 9)));
        Curve hundred = new Curve(Map.of(8, new Curve.Point(100, 9)));
        Pace pace = new Pace(new Speed(hundred, two), 0, Duration.ofSeconds(15));
        assertEquals(
                Reason.TOO_SLOW, Case.of(100, 40, 15 * GIB, FAR).with(pace).decision().reason());
    }

    @ParameterizedTest
    @EnumSource(Why.class)
    void withoutAChoiceItIsSlowAndSaid(Why why) {
        Decision decision =
                Case.of(100, 40, 15 * GIB, new Beyond.Shut(why))
                        .with(slow(Duration.ofSeconds(15)))
                        .decision();
        local(decision);
        assertEquals(why == Why.STAY ? Reason.USER_CHOICE : Reason.TOO_SLOW, decision.reason());
    }

    private static Lately far(long leastFree) {
        return new Lately(
                Where.FAR, Optional.of(new Memory(leastFree, 16 * GIB)), OptionalInt.empty());
    }

    /// It needs a fifth more than it takes, now and in the last seconds.
    @Test
    void afterABorrowItComesBackOnlyWithSpareRoom() {
        Case here = Case.of(3_000, 3_000, 15 * GIB, FAR);
        long shortest = here.decision().needs().withMargin() - 448 * 768 * 1024;
        assertInstanceOf(Target.Local.class, at(here, shortest, Lately.NOTHING).target());
        Decision tight = at(here, shortest + 100 * MIB, far(15 * GIB));
        assertInstanceOf(Target.Far.class, tight.target());
        assertEquals(Reason.NO_MEMORY_CONTEXT, tight.reason());
        long enough = shortest + 100 * MIB + tight.needs().missingBytes();
        assertInstanceOf(Target.Local.class, at(here, enough + 6, far(15 * GIB)).target());
        assertInstanceOf(Target.Far.class, at(here, enough - 6, far(15 * GIB)).target());
        assertInstanceOf(Target.Far.class, at(here, enough + 6, far(shortest)).target());
    }

    private static Decision at(Case here, long freeBytes, Lately lately) {
        return Case.of(here.prompt(), here.least(), freeBytes, here.beyond())
                .with(here.pace())
                .with(lately)
                .decision();
    }

    /// Where nothing can be borrowed there is nothing to go back and forth between.
    @Test
    void withoutAFarSideItNeedsNoSpareRoom() {
        Case here = Case.of(3_000, 3_000, 15 * GIB, ALONE);
        long shortest = here.decision().needs().withMargin() - 448 * 768 * 1024;
        assertInstanceOf(Target.Local.class, at(here, shortest, far(GIB)).target());
    }

    @Test
    void aSizeThatFailedIsNotTriedAgain() {
        Lately failed = new Lately(Where.HERE, Optional.empty(), OptionalInt.of(2_000));
        Decision packed = Case.of(3_000, 40, 15 * GIB, FAR).with(failed).decision();
        int budget = local(packed).budget().orElseThrow();
        assertTrue(budget + local(packed).replyLimit() < 2_000, packed.target().toString());
        Decision whole = Case.of(3_000, 3_000, 15 * GIB, FAR).with(failed).decision();
        assertInstanceOf(Target.Far.class, whole.target());
        Decision shorter = Case.of(1_800, 1_800, 15 * GIB, FAR).with(failed).decision();
        assertEquals(199, local(shorter).replyLimit());
    }

    /// Whatever the situation: a borrow has a hard reason, and what is read fits.
    @Test
    void nothingIsBorrowedWithoutAHardReason() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 20_000; i++) {
            int prompt = 1 + random.nextInt(12_000);
            long free = random.nextLong(8 * GIB);
            Decision decision = Case.of(prompt, 1 + random.nextInt(prompt), free, FAR).decision();
            switch (decision.target()) {
                case Target.Local here -> {
                    assertTrue(decision.needs().withMargin() <= free, "case " + i);
                    int read = here.budget().orElse(prompt);
                    assertTrue(read + here.replyLimit() <= 4_096, "case " + i);
                }
                case Target.Far _ ->
                        assertTrue(
                                decision.needs().missingBytes() > 0
                                        || decision.needs().missingTokens() > 0,
                                "case " + i);
                case Target.Choose _, Target.Stop _ -> throw new AssertionError("case " + i);
            }
        }
    }
}
