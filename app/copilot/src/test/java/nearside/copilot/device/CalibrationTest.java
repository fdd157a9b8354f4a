package nearside.copilot.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent;
import nearside.engine.Usage;
import nearside.engine.contract.Script;
import nearside.engine.contract.ScriptedEngine;
import nearside.engine.contract.Step;
import nearside.storage.Measures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Measures a model that was never asked, and only as long as it may.
class CalibrationTest {
    @TempDir Path folder;

    private Speeds speeds() {
        return new Speeds(new Measures(folder));
    }

    private static Step after(int prompt, Duration total) {
        return new Step.Say(
                new ReplyEvent.Finished(
                        Finish.LENGTH,
                        new Usage(prompt, 0, 24, Duration.ZERO, total.dividedBy(2), total)));
    }

    @Test
    void itMeasuresSeveralLengthsAndLeavesNothingElse() throws Exception {
        ScriptedEngine engine =
                new ScriptedEngine(
                        Script.of(after(100, Duration.ofSeconds(2))),
                        Script.of(after(400, Duration.ofSeconds(4))),
                        Script.of(after(1_000, Duration.ofSeconds(8))));
        Speeds speeds = speeds();
        assertEquals(
                3, new Calibration(engine, speeds, System::nanoTime).run("m", 4_000, () -> true));
        assertTrue(speeds().of("m").isKnown(), "it is kept");
        assertEquals(
                Usual.UNKNOWN, speeds().of("m").usual(), "it says nothing about how answers are");
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                engine.prompts().stream().map(Prompt::conversation).toList());
    }

    @Test
    void whatDoesNotFitIsNotTried() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(Script.of(after(100, Duration.ofSeconds(2))));
        assertEquals(
                2, new Calibration(engine, speeds(), System::nanoTime).run("m", 500, () -> true));
        assertEquals(2, engine.prompts().size());
    }

    /// What is known by then says that the next length would take too long.
    @Test
    void itTakesNoMoreThanAMinute() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(Script.of(after(100, Duration.ofSeconds(50))));
        assertEquals(
                1, new Calibration(engine, speeds(), System::nanoTime).run("m", 4_000, () -> true));
    }

    @Test
    void aLengthThatIsUnderWayAfterAMinuteIsEnded() throws Exception {
        AtomicLong nanos = new AtomicLong();
        ScriptedEngine engine = new ScriptedEngine(Script.of(Step.hang()));
        Speeds speeds = speeds();
        Calibration slow =
                new Calibration(
                        engine, speeds, () -> nanos.addAndGet(Duration.ofSeconds(7).toNanos()));
        assertEquals(0, slow.run("m", 4_000, () -> true));
        assertFalse(speeds.of("m").isKnown());
    }

    @Test
    void itEndsAtOnceWhenSomethingIsAsked() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(Script.of(Step.hang()));
        AtomicInteger looks = new AtomicInteger();
        long begun = System.nanoTime();
        assertEquals(
                0,
                new Calibration(engine, speeds(), System::nanoTime)
                        .run("m", 4_000, () -> looks.incrementAndGet() < 3));
        assertTrue(System.nanoTime() - begun < Duration.ofSeconds(5).toNanos());
    }

    @Test
    void anEngineThatFailsTeachesNothing() throws Exception {
        ScriptedEngine engine =
                new ScriptedEngine(Script.of(new Step.Fail(new EngineFailure.NoModel())));
        Speeds speeds = speeds();
        assertEquals(
                0, new Calibration(engine, speeds, System::nanoTime).run("m", 4_000, () -> true));
        assertFalse(speeds.of("m").isKnown());
    }
}
