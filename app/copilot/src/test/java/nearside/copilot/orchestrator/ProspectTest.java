package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.device.Curve;
import nearside.copilot.device.Speed;
import nearside.copilot.models.Published;
import nearside.copilot.orchestrator.Prospect.Fit;
import nearside.copilot.orchestrator.Prospect.Measured;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.copilot.orchestrator.Situation.Weights;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.Memory;
import nearside.engine.memory.Need;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a model is said to be able to do before anything is asked.
class ProspectTest {
    private static final long GIB = 1L << 30;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static LocalModel phi3() {
        return new LocalModel(
                new ModelFolder(
                        Path.of("phi3"),
                        "phi3",
                        Optional.empty(),
                        new ModelFolder.Contents(List.of(), 2_600L << 20, "hash"),
                        new ModelFolder.Shape(32, 32, 96, 4, 32_064, 4_096, OptionalInt.empty()),
                        new ModelFolder.Names(
                                "model.onnx",
                                new ModelFolder.Inputs("i", "m", Optional.empty(), "k", "v"),
                                new ModelFolder.Outputs("l", "k", "v"),
                                Set.of(2))),
                Cache.FLOAT32_OR_INT8,
                Weights.ON_DISK);
    }

    private static Prospect with(long freeBytes, Speed speed) {
        return Prospect.of(phi3(), new Memory(freeBytes, 16 * GIB), speed, PATIENCE);
    }

    private static Speed speed(double reading, double writing) {
        return new Speed(Curve.UNKNOWN.and(512, reading), Curve.UNKNOWN.and(1_024, writing));
    }

    @Test
    void withPlentyItRunsWellAndNoSpeedIsInvented() {
        assertEquals(
                new Prospect("phi3", new Fit.Well(), Optional.empty()),
                with(14 * GIB, Speed.UNKNOWN));
    }

    @Test
    void whatWasMeasuredIsTold() {
        assertEquals(
                new Prospect("phi3", new Fit.Well(), Optional.of(new Measured(200, 12))),
                with(14 * GIB, speed(200, 12)));
    }

    @Test
    void whoReadsLongerThanAPersonBearsIsSlow() {
        assertEquals(new Fit.Slow(), with(14 * GIB, speed(17, 12)).fit());
        assertEquals(new Fit.Well(), with(14 * GIB, speed(18, 12)).fit());
        assertEquals(new Fit.Slow(), with(14 * GIB, speed(200, 2)).fit());
    }

    @Test
    void whatFitsOnlyAShortConversationIsTight() {
        long shortest = leastFreeFor(Fit.Tight.class);
        long usual = leastFreeFor(Fit.Well.class);
        assertTrue(shortest < usual, shortest + " < " + usual);
        assertEquals(new Fit.Tight(), with(shortest, Speed.UNKNOWN).fit());
    }

    /// The number that is told is the number that is missing: with so much more it fits.
    @Test
    void whatDoesNotFitSaysHowMuchIsMissing() {
        long free = 2 * GIB;
        long missing = ((Fit.TooLarge) with(free, Speed.UNKNOWN).fit()).missingBytes();
        assertTrue(missing > 0);
        assertEquals(new Fit.Tight(), with(free + missing, Speed.UNKNOWN).fit());
        assertTrue(with(free + missing - 1, Speed.UNKNOWN).fit() instanceof Fit.TooLarge);
    }

    @Test
    void oneThatIsNotHereIsJudgedByTheSameEstimate() {
        Published model = Published.PHI_3_MINI;
        long load = Need.toLoad(model.size()).bytes();
        assertTrue(Prospect.of(model, new Memory(load, 16 * GIB)).fit() instanceof Fit.TooLarge);
        assertEquals(
                new Prospect("Phi-3 mini", new Fit.Well(), Optional.empty()),
                Prospect.of(model, new Memory(14 * GIB, 16 * GIB)));
        assertTrue(model.isLike(phi3().folder()));
    }

    private static long leastFreeFor(Class<? extends Fit> fit) {
        long free = 0;
        while (!fit.isInstance(with(free, Speed.UNKNOWN).fit())) {
            free += 16L << 20;
        }
        return free;
    }
}
