package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.ReplyEvent.Reading;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.ScaleShelf;
import nearside.engine.local.SnapshotShelf;
import nearside.engine.local.WorkerCommand;
import nearside.storage.KvSnapshots;
import nearside.storage.SnapshotKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Conversations that come back from the profile into a new worker process, with real models.
class KeptSnapshotsTest {
    private static final String STARTER = "smollm2-135m-instruct-int4";
    private static final String TINY = "phi3-tiny-4k";

    @TempDir Path temp;
    @TempDir Path profile;
    private final SnapshotKey key = SnapshotKey.random();
    private final BlockingQueue<EngineState> states = new LinkedBlockingQueue<>();

    private LocalEngine engine(SnapshotShelf shelf, String model, KvPrecision kv) {
        Installation installation = Installation.of(System.getProperties());
        WorkerCommand command = new WorkerCommand(installation.worker(), temp);
        LocalEngine engine = new LocalEngine(command, ScaleShelf.NONE, shelf, states::add);
        engine.use(folder(model), kv);
        return engine;
    }

    private static ModelFolder folder(String model) {
        Path path = Path.of(System.getProperty("nearside.models"), model);
        return assertInstanceOf(FolderCheck.Sound.class, ModelFolder.check(path)).folder();
    }

    private KvSnapshots snapshots() {
        return KvSnapshots.open(profile, key).orElseThrow();
    }

    private static Prompt prompt(List<Prompt.Line> lines) {
        return new Prompt(
                lines, Prompt.Ending.NEW_REPLY, Prompt.SpecialTokens.AS_TEXT, Sampling.DEFAULT, 24);
    }

    private static final List<Prompt.Line> FIRST =
            List.of(
                    new Prompt.Line(
                            Role.SYSTEM,
                            "You know lighthouses. "
                                    + "The sea is calm and the lamp burns. ".repeat(25)),
                    new Prompt.Line(Role.USER, "How tall is a lighthouse?"));

    private static List<Prompt.Line> next(List<Prompt.Line> lines, Pulled reply, String question) {
        List<Prompt.Line> next = new ArrayList<>(lines);
        next.add(new Prompt.Line(Role.ASSISTANT, reply.text()));
        next.add(new Prompt.Line(Role.USER, question));
        return next;
    }

    private static Pulled ask(LocalEngine engine, List<Prompt.Line> lines) {
        Pulled pulled = Pulled.all(engine.answer(prompt(lines)));
        assertInstanceOf(Finished.class, pulled.last());
        return pulled;
    }

    private static int cached(Pulled pulled) {
        return pulled.of(Reading.class).getFirst().cached();
    }

    /// Keeps what is due and ends the worker.
    private void unload(LocalEngine engine) throws InterruptedException {
        states.clear();
        engine.unloadAfter(Duration.ofMillis(1));
        while (!(states.poll(1, TimeUnit.MINUTES) instanceof EngineState.Unloaded)) {}
        engine.stayLoaded();
    }

    @ParameterizedTest
    @CsvSource({STARTER + ",FLOAT32", TINY + ",FLOAT32", TINY + ",INT8"})
    void aNewWorkerGoesOnAsIfItWereTheOld(String model, KvPrecision kv) throws Exception {
        List<Pulled> lived = new ArrayList<>();
        try (LocalEngine engine = engine(SnapshotShelf.NONE, model, kv)) {
            lived.add(ask(engine, FIRST));
            lived.add(ask(engine, next(FIRST, lived.getFirst(), "And the oldest?")));
        }
        try (KvSnapshots all = snapshots();
                LocalEngine engine = engine(new Eager(all), model, kv)) {
            Pulled first = ask(engine, FIRST);
            assertEquals(lived.getFirst().ids(), first.ids());
            unload(engine);
            Pulled second = ask(engine, next(FIRST, first, "And the oldest?"));
            assertEquals(cached(lived.getLast()), cached(second));
            assertTrue(cached(second) > first.prompt().count());
            assertEquals(lived.getLast().ids(), second.ids());
        }
    }

    @Test
    void placeholder() {}

    /// Finds everything worth keeping, however fast it was read.
    private static final class Eager extends Passing {
        Eager(KvSnapshots all) {
            super(new KeptSnapshots(all));
        }

        @Override
        public Duration worth() {
            return Duration.ZERO;
        }
    }
}
