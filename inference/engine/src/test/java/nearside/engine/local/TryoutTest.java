package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.EngineFailure;
import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.accelerator.Standing;
import nearside.engine.accelerator.TrialKey;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.Verdict;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.ModelFolder;
import nearside.engine.folder.ModelHash;
import nearside.engine.local.ScriptedWorker.Manner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Accelerators are tried in processes of their own, once, and what they do there is not felt.
@DisabledOnOs(OS.WINDOWS) // signals
class TryoutTest {
    private static final ModelFolder FOLDER = AcceleratorsTest.model("phi3-tiny-4k");
    private static final String ON_CPU = "ppp";
    private static final String ON_CUDA = "ccc";

    @TempDir Path temp;
    private final KeptVerdicts shelf = new KeptVerdicts();

    private LocalEngine engine(Manner manner) {
        LocalEngine engine = new LocalEngine(ScriptedWorker.command(temp, manner), _ -> {});
        engine.accelerate(TryOrder.DEFAULT, shelf);
        engine.use(FOLDER);
        return engine;
    }

    private static Pulled ask(LocalEngine engine) {
        return Pulled.all(
                engine.answer(
                        new Prompt(
                                List.of(new Prompt.Line(Role.USER, "Hello")),
                                Prompt.Ending.NEW_REPLY,
                                Prompt.SpecialTokens.AS_TEXT,
                                Sampling.GREEDY,
                                3)));
    }

    private int count(String line) throws IOException {
        return Collections.frequency(ScriptedWorker.told(temp), line);
    }

    private Verdict verdict(LocalEngine engine) {
        Standing standing = engine.standings(FOLDER).getFirst();
        assertEquals(ScriptedWorker.CUDA, standing.device());
        return standing.verdict().orElseThrow();
    }

    @Test
    void aFasterOneIsTakenAndKnownAtTheNextStart() throws IOException {
        try (LocalEngine engine = engine(Manner.FAST)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertInstanceOf(Verdict.Faster.class, verdict(engine));
            assertEquals(ON_CUDA, ask(engine).text());
        }
        int starts = count("start");
        try (LocalEngine again = engine(Manner.FAST)) {
            assertEquals(ON_CUDA, ask(again).text());
            assertEquals(1, again.standings(FOLDER).size());
        }
        assertEquals(starts + 1, count("start"));
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG, OtherToken",
        "CRASHES, Died",
        "FREEZES, Hung",
    })
    void oneThatIsNoGainIsPutAside(Manner manner, String kind) {
        try (LocalEngine engine = engine(manner)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(kind, verdict(engine).getClass().getSimpleName());
            assertEquals(ON_CPU, ask(engine).text());
        }
        assertEquals(1, shelf.all().size());
    }

    @Test
    void oneThatIsPutAsideIsNeverTriedAgain() throws IOException {
        try (LocalEngine engine = engine(Manner.REFUSES)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(new Verdict.Refused("no kernel"), verdict(engine));
        }
        assertEquals(1, count("open cuda"));
        assertEquals(3, count("start"), "its own, the processor's trial, the accelerator's");
        try (LocalEngine again = engine(Manner.REFUSES)) {
            assertEquals(ON_CPU, ask(again).text());
            assertEquals(new Verdict.Refused("no kernel"), verdict(again));
        }
        assertEquals(1, count("open cuda"));
        assertEquals(4, count("start"));
    }

    @Test
    void aQuestionGoesBeforeATrialThatHangs() throws Exception {
        try (LocalEngine engine = engine(Manner.HANGS)) {
            assertEquals(ON_CPU, ask(engine).text());
            while (count("open cuda") == 0) {
                Thread.onSpinWait(); // tried by itself when nobody asks
            }
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(List.of(), shelf.all());
        }
    }

    @Test
    void withoutRoomForASecondModelTheFirstOneMakesRoomAndNothingIsKept() throws IOException {
        try (LocalEngine engine = engine(Manner.HAS_NO_ROOM)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(
                    List.of(new Standing(ScriptedWorker.CUDA, Optional.empty())),
                    engine.standings(FOLDER));
            assertEquals(2, count("open cuda"));
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(List.of(), shelf.all());
        }
    }

    @Test
    void oneThatDiesInAReplyIsPutAsideAndTheProcessorAnswersTheNext() throws IOException {
        shelf.keep(key(), new Verdict.Faster(20, 10));
        try (LocalEngine engine = engine(Manner.CRASHES_LATER)) {
            Pulled cut = ask(engine);
            assertEquals("c", cut.text());
            EngineFailure.AcceleratorFailed failed =
                    assertInstanceOf(EngineFailure.AcceleratorFailed.class, failure(cut));
            assertEquals("GPU", failed.accelerator());
            assertInstanceOf(EngineFailure.WorkerDied.class, failed.cause());
            assertEquals(ON_CPU, ask(engine).text());
            assertInstanceOf(Verdict.Died.class, verdict(engine));
        }
    }

    /// It may have memory again tomorrow: nothing of it is kept.
    @Test
    void oneWhoseMemoryRunsOutInAReplyIsLeftUntilTheNextStart() throws IOException {
        shelf.keep(key(), new Verdict.Faster(20, 10));
        try (LocalEngine engine = engine(Manner.RUNS_OUT_LATER)) {
            Pulled cut = ask(engine);
            assertEquals("c", cut.text());
            assertEquals(
                    new EngineFailure.AcceleratorFailed("GPU", ScriptedWorker.RAN_OUT),
                    failure(cut));
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(new Verdict.Faster(20, 10), verdict(engine));
        }
        try (LocalEngine engine = engine(Manner.FAST)) {
            assertEquals(ON_CUDA, ask(engine).text());
        }
    }

    /// The processor would need the same memory, and more.
    @Test
    void oneThatFindsTheDeviceItselfShortOfMemoryStays() throws IOException {
        shelf.keep(key(), new Verdict.Faster(20, 10));
        try (LocalEngine engine = engine(Manner.DEVICE_RUNS_OUT_LATER)) {
            assertEquals(ScriptedWorker.DEVICE_RAN_OUT, failure(ask(engine)));
            assertEquals("c", ask(engine).text());
        }
    }

    private static EngineFailure failure(Pulled pulled) {
        return assertInstanceOf(ReplyEvent.Failed.class, pulled.last()).failure();
    }

    @Test
    void oneThatFailsToOpenLaterIsPutAsideAndTheProcessorAnswersAtOnce() throws IOException {
        shelf.keep(key(), new Verdict.Faster(20, 10));
        try (LocalEngine engine = engine(Manner.REFUSES)) {
            assertEquals(ON_CPU, ask(engine).text());
            assertEquals(new Verdict.Refused("no kernel"), verdict(engine));
        }
    }

    private static TrialKey key() throws IOException {
        return new TrialKey(ScriptedWorker.CUDA, "1.29.0", ModelHash.of(FOLDER));
    }

    @Test
    void anInt8CacheStaysWithTheProcessor() throws IOException {
        shelf.keep(key(), new Verdict.Faster(20, 10));
        try (LocalEngine engine = engine(Manner.FAST)) {
            engine.use(FOLDER, KvPrecision.INT8);
            assertEquals(ON_CPU, ask(engine).text());
        }
    }

    @Test
    void aTrialThatComesToNoEndIsEnded() throws Exception {
        Worker worker =
                new Worker(
                        new Runtimes(ScriptedWorker.command(temp, Manner.HANGS)),
                        Shelves.NONE,
                        new Accelerators(),
                        () -> {});
        try (TrialWatch watch = new TrialWatch(worker, Duration.ofMillis(300), () -> false)) {
            Optional<EngineFailure> failure =
                    worker.openOn(FOLDER, Optional.of(ScriptedWorker.CUDA));
            assertTrue(failure.isPresent());
            assertEquals(Optional.of(TrialWatch.End.OUT_OF_PATIENCE), watch.end());
        }
        worker.end();
        assertFalse(worker.isOpen());
    }
}
