package nearside.copilot.fit;

import static nearside.copilot.fit.Cases.GIB;
import static nearside.copilot.fit.Cases.named;
import static nearside.copilot.fit.Cases.phi3;
import static nearside.copilot.fit.Cases.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.device.Curve;
import nearside.copilot.device.Speed;
import nearside.copilot.fit.ExpectedSpeed.Derived;
import nearside.copilot.fit.ExpectedSpeed.Measured;
import nearside.copilot.fit.ExpectedSpeed.Range;
import nearside.copilot.fit.ExpectedSpeed.Unknown;
import nearside.copilot.orchestrator.Wanted;
import nearside.engine.accelerator.Provider;

import org.junit.jupiter.api.Test;

import java.util.List;

class ExpectedSpeedTest {
    private static ExpectedSpeed of(Candidate model, Reference... measured) {
        return ExpectedSpeed.of(model, Wanted.USUAL, Provider.CPU, List.of(measured));
    }

    private static Reference half(double reading, double writing) {
        Candidate model = phi3();
        return new Reference(
                "half",
                model.readBytes() / 2,
                model.kvBytesPerToken() / 2,
                model.layers() / 2,
                speed(reading, writing));
    }

    @Test
    void whatWasMeasuredIsTold() {
        Speed speed = speed(200, 12);
        assertEquals(
                new Measured(200, 12, speed),
                of(phi3(), half(400, 24), new Reference(phi3().id(), GIB, 1, 32, speed)));
    }

    @Test
    void nothingIsInventedWhereNothingWasMeasured() {
        assertEquals(new Unknown(), of(phi3()));
    }

    /// Twice the bytes are twice the time; and what is not known is said as a range.
    @Test
    void anotherModelsSpeedGoesByTheBytesThatAreRead() {
        Derived derived = assertInstanceOf(Derived.class, of(phi3(), half(400, 24)));
        assertEquals(200, derived.reading().likely(), 0.01);
        assertEquals(12, derived.writing().likely(), 0.01);
        assertEquals("half", derived.from());
        assertTrue(derived.writing().low() < 12 && derived.writing().high() > 12);
    }

    @Test
    void keysAndValuesAreReadTooWithEachWord() {
        Candidate model = phi3();
        Reference weightsAlone = new Reference("w", model.readBytes(), 0, 32, speed(200, 12));
        Derived derived = assertInstanceOf(Derived.class, of(model, weightsAlone));
        double cache = (1_024 + 256.0) * model.kvBytesPerToken();
        double weights = model.readBytes() + 32.0 * ExpectedSpeed.LAYER;
        assertEquals(12 * weights / (weights + cache), derived.writing().likely(), 0.01);
        assertEquals(200, derived.reading().likely(), 0.01);
    }

    /// What the quiet rounds of `docs/performance.md` found of both; the starter's time goes into
    /// its layers, and by its bytes alone it would say 6 tokens a second.
    @Test
    void theStarterSaysWhatPhiDoes() {
        Reference starter =
                new Reference(
                        "starter",
                        106_000_000,
                        2L * 30 * 3 * 64 * 4,
                        30,
                        new Speed(Curve.UNKNOWN.and(512, 1_314), Curve.UNKNOWN.and(100, 139)));
        Derived derived =
                assertInstanceOf(
                        Derived.class,
                        ExpectedSpeed.of(
                                phi3(), new Wanted(100, 1), Provider.CPU, List.of(starter)));
        assertEquals(17.8, derived.writing().likely(), 1);
        assertEquals(63.1, derived.reading().likely(), 6);
        assertTrue(derived.writing().low() > 8 && derived.writing().high() < 40);
    }

    @Test
    void theNearestInSizeIsAskedAndTheFartherItIsTheLessIsKnown() {
        Reference near = half(400, 24);
        Reference far = new Reference("far", phi3().readBytes() / 100, 1, 30, speed(9_000, 300));
        Derived byNear = assertInstanceOf(Derived.class, of(phi3(), far, near));
        assertEquals("half", byNear.from());
        Derived byFar = assertInstanceOf(Derived.class, of(phi3(), far));
        assertTrue(width(byFar.writing()) > width(byNear.writing()));
    }

    private static double width(Range range) {
        return range.high() / range.low();
    }

    /// The table of words is not read: Phi-4 mini has a large one, and is as fast as Phi-3 mini.
    @Test
    void theTableOfWordsCostsNoTime() {
        assertEquals(phi3().readBytes(), named("phi-4-mini-cpu-int4").readBytes());
        assertEquals(2_375_000_000L, phi3().readBytes());
    }

    @Test
    void anAcceleratorsSpeedIsNotReckonedFromTheProcessors() {
        assertEquals(
                new Unknown(),
                ExpectedSpeed.of(phi3(), Wanted.USUAL, Provider.DIRECTML, List.of(half(400, 24))));
    }

    @Test
    void aDecisionTakesTheLikelySpeed() {
        Speed likely = of(phi3(), half(400, 24)).likely();
        assertEquals(12, likely.writing().at(3_000), 0.01);
        assertEquals(200, likely.reading().at(3), 0.01);
        assertEquals(Speed.UNKNOWN, new Unknown().likely());
    }

    @Test
    void whatWasNotMeasuredIsNoReference() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Reference("none", GIB, 1, 32, Speed.UNKNOWN));
        assertThrows(IllegalArgumentException.class, () -> new Range(3, 2, 4));
    }
}
