package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.EngineFailure.OutOfMemory;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent.Failed;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.Weighed;
import nearside.engine.memory.Footprint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Memory that is not there when it is asked for, with a real worker whose address space is bounded
/// from outside.
@EnabledOnOs(OS.LINUX)
class MemoryTest {
    private static final long MIB = 1L << 20;

    @TempDir Path temp;

    private static Prompt words(int count, int limit) {
        return new Prompt(
                List.of(new Prompt.Line(Role.USER, "the ".repeat(count))),
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.GREEDY,
                limit);
    }

    @Test
    void memoryThatCannotBeHadEndsTheReplyInNumbersAndTheNextOneIsWritten() throws Exception {
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), state -> {})) {
            engine.use(RealWorker.model("smollm2-135m-instruct-int4"));
            Pulled.all(engine.answer(words(1, 2)));
            bound(Owner.workerOf(ProcessHandle.current()), 150 * MIB);
            Failed failed =
                    assertInstanceOf(
                            Failed.class, Pulled.all(engine.answer(words(7000, 2))).last());
            OutOfMemory memory = assertInstanceOf(OutOfMemory.class, failed.failure());
            assertEquals(Stage.READ, memory.stage());
            assertTrue(memory.neededBytes() > 7000 * 46_080, memory.toString());
            assertTrue(memory.freeBytes() > 0, memory.toString());
            assertInstanceOf(Finished.class, Pulled.all(engine.answer(words(1, 2))).last());
        }
    }

    /// A model that took more than the estimate says is refused in numbers before it begins.
    @Test
    void aLoadGoesByWhatTheModelWasMeasuredToTakeBefore() {
        long much = 1L << 50;
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), state -> {})) {
            engine.expect((_, kv) ->
                    kv == KvPrecision.FLOAT32
                            ? Optional.of(new Footprint(much, much, Map.of()))
                            : Optional.empty());
            engine.use(RealWorker.model("phi3-tiny-4k"));
            Failed failed =
                    assertInstanceOf(Failed.class, Pulled.all(engine.answer(words(1, 2))).last());
            OutOfMemory memory = assertInstanceOf(OutOfMemory.class, failed.failure());
            assertEquals(Stage.LOAD, memory.stage());
            assertTrue(memory.neededBytes() > much, memory.toString());
            engine.expect(Weighed.NONE);
            assertInstanceOf(Finished.class, Pulled.all(engine.answer(words(1, 2))).last());
        }
    }

    /// What it has now and so much more is all it gets from now on.
    private static void bound(ProcessHandle worker, long moreBytes) throws Exception {
        long bytes = addressSpace(worker) + moreBytes;
        assertEquals(
                0,
                new ProcessBuilder("prlimit", "--pid", "" + worker.pid(), "--as=" + bytes)
                        .start()
                        .waitFor());
    }

    private static long addressSpace(ProcessHandle worker) throws IOException {
        Path statm = Path.of("/proc", String.valueOf(worker.pid()), "statm");
        String text = Files.readString(statm);
        return Long.parseLong(text.substring(0, text.indexOf(' '))) * 4096;
    }
}
