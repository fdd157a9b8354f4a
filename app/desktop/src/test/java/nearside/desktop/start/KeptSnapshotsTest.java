package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import nearside.engine.local.KvPart;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.RotaryFactors;
import nearside.engine.local.ScaleShelf;
import nearside.engine.local.SnapshotShelf;
import nearside.engine.local.WorkerCommand;
import nearside.storage.KvSnapshots;
import nearside.storage.SnapshotKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Conversations that come back from the profile into a new worker process, with real models.
class KeptSnapshotsTest {
    private static final String STARTER = "smollm2-135m-instruct-int4";
    private static final String TINY = "phi3-tiny-4k";
    private static final String SECRET = "thirty-two bytes that are secret";

    @TempDir Path temp;
    @TempDir Path profile;
    private final SnapshotKey key = SnapshotKey.of(SECRET.getBytes(StandardCharsets.US_ASCII));
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
            assertTrue(cached(second) >= first.prompt().count());
            assertEquals(lived.getLast().ids(), second.ids());
        }
    }

    /// The question is another one: what stood before it comes back, the rest is read.
    @Test
    void anEditedConversationComesBackAsFarAsItIsTheSame() throws Exception {
        List<Prompt.Line> edited = new ArrayList<>(FIRST);
        edited.set(1, new Prompt.Line(Role.USER, "How deep is the sea?"));
        try (KvSnapshots all = snapshots();
                LocalEngine engine = engine(new Eager(all), TINY, KvPrecision.FLOAT32)) {
            Pulled first = ask(engine, FIRST);
            List<Prompt.Line> next = next(FIRST, first, "And the oldest?");
            ask(engine, next);
            unload(engine);
            assertEquals(0, cached(ask(engine, edited)), "no beginning of it was a prompt");
            unload(engine);
            next.set(3, new Prompt.Line(Role.USER, "And the youngest?"));
            assertTrue(cached(ask(engine, next)) >= first.prompt().count());
        }
    }

    @Test
    void whatWasReadIsOnTheDiskAsNobodyCanRead() throws Exception {
        Pulled pulled;
        try (KvSnapshots all = snapshots();
                LocalEngine engine = engine(new Eager(all), TINY, KvPrecision.FLOAT32)) {
            pulled = ask(engine, FIRST);
            unload(engine);
        }
        KvPart label = new KvPart(0, pulled.prompt(), RotaryFactors.SHORT, 1);
        String plain = latin1(label.bytes());
        String ids = plain.substring(60, 80);
        String kept = kept();
        assertTrue(plain.contains(ids));
        assertTrue(kept.length() > 100 * pulled.prompt().count());
        for (String readable : List.of(ids, "lighthouse", "sea is calm", "SHORT", TINY)) {
            assertFalse(kept.contains(readable), readable);
        }
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Names and contents of all that is kept.
    private String kept() throws IOException {
        StringBuilder kept = new StringBuilder();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                kept.append(profile.relativize(file)).append(latin1(Files.readAllBytes(file)));
            }
        }
        return kept.toString();
    }

    /// The control is a program that was given a key.
    @Test
    void theProgramAsItIsShippedKeepsNone() throws Exception {
        Path snapshots = profile.resolve("cache").resolve("kv-snapshots");
        Installation installation = Installation.of(System.getProperties());
        try (Wiring shipped = new Wiring(installation, profile, _ -> {})) {
            shipped.engine().use(folder(TINY));
            ask(shipped.engine(), FIRST);
        }
        assertFalse(Files.exists(snapshots));
        try (Wiring given = new Wiring(installation, profile, Optional.of(key), _ -> {})) {
            assertTrue(Files.exists(snapshots));
            given.engine().use(folder(TINY));
            ask(given.engine(), FIRST);
            ProcessHandle worker = ProcessHandle.current().children().findFirst().orElseThrow();
            assertFalse(seenFromOutside(worker).contains(SECRET), "the worker holds no key");
        }
    }

    /// Command and environment of a process, where Linux shows them.
    private static String seenFromOutside(ProcessHandle process) throws IOException {
        Path proc = Path.of("/proc", String.valueOf(process.pid()));
        assumeTrue(Files.isReadable(proc.resolve("environ")), "only there for root on Linux");
        return latin1(Files.readAllBytes(proc.resolve("environ")))
                + latin1(Files.readAllBytes(proc.resolve("cmdline")));
    }

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
