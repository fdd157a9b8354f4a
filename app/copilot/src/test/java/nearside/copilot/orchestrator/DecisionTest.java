package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.orchestrator.Decision.Needs;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Situation.Certainty;
import nearside.copilot.orchestrator.Situation.Model;
import nearside.copilot.orchestrator.Situation.Tokens;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;
import nearside.engine.memory.Need;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class DecisionTest {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    private static final ModelSize PHI3 =
            new ModelSize(2600 * MIB, 768 * 1024, 32064, 32, OptionalInt.empty());

    /// Phi-3-mini: 2.6 GB of weights, 768 KiB of KV a token, 4,096 tokens of window.
    private static Model.Present phi3(Weights weights) {
        return new Model.Present("phi3", PHI3, 4096, weights);
    }

    private static Situation with(Model model, int prompt, Certainty certainty, long freeBytes) {
        return new Situation(
                model, new Tokens(prompt, certainty), 512, new Memory(freeBytes, 16 * GIB));
    }

    private static Situation counted(int prompt, long freeBytes) {
        return with(phi3(Weights.ON_DISK), prompt, Certainty.COUNTED, freeBytes);
    }

    @Test
    void answersHereWhenItFits() {
        Situation situation = counted(100, 12 * GIB);
        long margin = 16 * GIB / 10;
        long needed = Need.toLoad(PHI3).bytes() + Need.toAnswer(PHI3, 100, 512).bytes() + margin;
        assertEquals(
                new Decision(
                        new Target.Local(512), Reason.FITS, situation, new Needs(needed, 0, 0)),
                Decision.of(situation));
    }

    @Test
    void shortensTheReplyToTheWindow() {
        assertEquals(new Target.Local(96), Decision.of(counted(4000, 12 * GIB)).target());
    }

    @Test
    void shortensTheReplyToTheMemory() {
        long free = Decision.of(counted(100, 12 * GIB)).needs().bytes() - 100 * 768 * 1024;
        assertEquals(new Target.Local(412), Decision.of(counted(100, free)).target());
    }

    @Test
    void saysHowManyTokensTooLongAConversationIs() {
        Decision decision = Decision.of(counted(5000, 12 * GIB));
        assertEquals(new Target.Stop(), decision.target());
        assertEquals(Reason.WINDOW_EXCEEDED, decision.reason());
        assertEquals(new Needs(0, 0, 905), decision.needs());
        assertEquals(
                Reason.FITS,
                Decision.of(counted(5000 - 905, 12 * GIB)).reason(),
                "with exactly that many fewer it fits");
    }

    @Test
    void neverStopsForTheWindowOnAnEstimate() {
        Decision decision =
                Decision.of(with(phi3(Weights.ON_DISK), 5000, Certainty.ESTIMATED, 12 * GIB));
        assertEquals(new Target.Local(1), decision.target());
    }

    @Test
    void saysHowMuchMemoryLoadingLacks() {
        Decision decision = Decision.of(counted(100, 2 * GIB));
        assertEquals(Reason.NO_MEMORY_LOAD, decision.reason());
        long missing = decision.needs().missingBytes();
        assertEquals(decision.needs().bytes() - 2 * GIB, missing);
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

    @ParameterizedTest
    @EnumSource(Weights.class)
    void moreMemoryNeverTurnsAnAnswerIntoAStop(Weights weights) {
        boolean local = false;
        for (long free = 0; free < 16 * GIB; free += 64 * MIB) {
            Decision decision = Decision.of(with(phi3(weights), 700, Certainty.COUNTED, free));
            boolean now = decision.target() instanceof Target.Local;
            assertTrue(now || !local, "stops again at " + free);
            local = now;
        }
        assertTrue(local);
    }

    static Stream<Situation> everySituation() {
        return Stream.of(Weights.values())
                .flatMap(weights ->
                        Stream.of(Certainty.values())
                                .flatMap(certainty ->
                                        IntStream.of(0, 1, 4095, 4096, 1 << 30)
                                                .mapToObj(prompt ->
                                                        with(
                                                                phi3(weights),
                                                                prompt,
                                                                certainty,
                                                                prompt * 3L * MIB))));
    }

    @ParameterizedTest
    @MethodSource("everySituation")
    void isTotalAndConsistent(Situation situation) {
        Decision decision = Decision.of(situation);
        switch (decision.target()) {
            case Target.Local(int limit) -> {
                assertTrue(limit >= 1 && limit <= 512);
                assertTrue(decision.needs().bytes() <= situation.memory().freeBytes());
                assertEquals(Reason.FITS, decision.reason());
            }
            case Target.Stop() ->
                    assertTrue(
                            decision.needs().missingBytes() > 0
                                    || decision.needs().missingTokens() > 0);
        }
    }
}
