package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Prompt;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.local.Held;
import nearside.engine.local.LocalEngine;
import nearside.engine.memory.OwnMemory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// What a real worker holds of conversations, and what it has when it let go of that.
class LettingGoTest {
    private static final long MIB = 1L << 20;
    private static final int WORDS = 1_500;
    private static final long LEAST = (long) WORDS * 46_080;

    @TempDir Path temp;

    private static Pulled ask(LocalEngine engine, String word) {
        return Pulled.all(
                engine.answer(
                        new Prompt(
                                List.of(new Prompt.Line(Role.USER, (word + " ").repeat(WORDS))),
                                Prompt.Ending.NEW_REPLY,
                                Prompt.SpecialTokens.AS_TEXT,
                                Sampling.GREEDY,
                                2)));
    }

    private static int cached(Pulled pulled) {
        return pulled.events().stream()
                .filter(ReplyEvent.Reading.class::isInstance)
                .map(ReplyEvent.Reading.class::cast)
                .findFirst()
                .orElseThrow()
                .cached();
    }

    private static long ownBytes() {
        return OwnMemory.of(Owner.workerOf(ProcessHandle.current()).pid()).orElseThrow();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsLetGoIsFreeAndTheNewestIsStillRead() {
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), _ -> {})) {
            engine.use(RealWorker.model("smollm2-135m-instruct-int4"));
            assertEquals(Held.NOTHING, engine.held());
            ask(engine, "old");
            ask(engine, "new");
            Held both = engine.held();
            assertTrue(both.newestBytes() >= LEAST, both::toString);
            assertTrue(both.of(Held.Part.ALL_BUT_NEWEST) >= LEAST, both::toString);
            long before = ownBytes();
            engine.letGo(Held.Part.ALL_BUT_NEWEST);
            long freed = before - ownBytes();
            assertTrue(freed >= LEAST * 9 / 10, freed / MIB + " MiB");
            assertEquals(new Held(both.newestBytes(), both.newestBytes()), engine.held());
            assertTrue(cached(ask(engine, "new")) >= WORDS);
            engine.letGo(Held.Part.ALL);
            assertEquals(Held.NOTHING, engine.held());
            assertEquals(0, cached(ask(engine, "new")));
        }
    }

    @Test
    void withoutAModelThereIsNothingToLetGo() {
        try (LocalEngine engine = new LocalEngine(RealWorker.command(temp), _ -> {})) {
            engine.letGo(Held.Part.ALL);
            assertEquals(Held.NOTHING, engine.held());
        }
    }
}
