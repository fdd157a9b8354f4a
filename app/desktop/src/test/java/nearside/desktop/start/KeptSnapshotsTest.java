package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Conversation;
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
import nearside.storage.ConversationId;
import nearside.storage.Profile;

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

    @TempDir Path temp;
    @TempDir Path folder;
    @TempDir Path copies;
    private final BlockingQueue<EngineState> states = new LinkedBlockingQueue<>();

    private LocalEngine engine(SnapshotShelf shelf, String model, KvPrecision kv) {
        Installation installation = Installation.of(System.getProperties());
        WorkerCommand command = new WorkerCommand(installation.worker(), temp);
        LocalEngine engine = new LocalEngine(command, ScaleShelf.NONE, shelf, states::add);
        engine.use(sound(model), kv);
        return engine;
    }

    private static ModelFolder sound(String model) {
        Path path = Path.of(System.getProperty("nearside.models"), model);
        return assertInstanceOf(FolderCheck.Sound.class, ModelFolder.check(path)).folder();
    }

    private Profile profile() {
        return Profile.open(folder);
    }

    private static Conversation begun(Profile profile) {
        ConversationId id =
                profile.journal().begin(Optional.empty(), "How tall is it?").conversation();
        return new Conversation(id.value());
    }

    private static ConversationId id(Conversation conversation) {
        return new ConversationId(conversation.id());
    }

    private static Prompt prompt(Conversation in, List<Prompt.Line> lines) {
        return new Prompt(
                lines,
                Prompt.Ending.NEW_REPLY,
                Prompt.SpecialTokens.AS_TEXT,
                Sampling.DEFAULT,
                24,
                Optional.of(in));
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

    private static Pulled ask(LocalEngine engine, Conversation in, List<Prompt.Line> lines) {
        Pulled pulled = Pulled.all(engine.answer(prompt(in, lines)));
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
    void aNewProgramGoesOnAsIfItWereTheOld(String model, KvPrecision kv) throws Exception {
        List<Pulled> lived = new ArrayList<>();
        try (LocalEngine engine = engine(SnapshotShelf.NONE, model, kv)) {
            Conversation none = new Conversation("none");
            lived.add(ask(engine, none, FIRST));
            lived.add(ask(engine, none, next(FIRST, lived.getFirst(), "And the oldest?")));
        }
        Conversation talk;
        Pulled first;
        try (Profile profile = profile();
                LocalEngine engine = engine(new Eager(profile), model, kv)) {
            talk = begun(profile);
            first = ask(engine, talk, FIRST);
            assertEquals(lived.getFirst().ids(), first.ids());
            unload(engine);
        }
        try (Profile profile = profile();
                LocalEngine engine = engine(new Eager(profile), model, kv)) {
            Pulled second = ask(engine, talk, next(FIRST, first, "And the oldest?"));
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
        try (Profile profile = profile();
                LocalEngine engine = engine(new Eager(profile), TINY, KvPrecision.FLOAT32)) {
            Conversation talk = begun(profile);
            Pulled first = ask(engine, talk, FIRST);
            List<Prompt.Line> next = next(FIRST, first, "And the oldest?");
            ask(engine, talk, next);
            unload(engine);
            assertEquals(0, cached(ask(engine, talk, edited)), "no beginning of it was a prompt");
            unload(engine);
            next.set(3, new Prompt.Line(Role.USER, "And the youngest?"));
            assertTrue(cached(ask(engine, talk, next)) >= first.prompt().count());
        }
    }

    /// The same words in another conversation; the control is the one they were kept for.
    @Test
    void anotherConversationReadsThemItself() throws Exception {
        try (Profile profile = profile();
                LocalEngine engine = engine(new Eager(profile), TINY, KvPrecision.FLOAT32)) {
            Conversation talk = begun(profile);
            List<Prompt.Line> next = next(FIRST, ask(engine, talk, FIRST), "And the oldest?");
            unload(engine);
            assertEquals(0, cached(ask(engine, begun(profile), next)));
            unload(engine);
            assertTrue(cached(ask(engine, talk, next)) > 100);
        }
    }

    /// A copy of its file from before is noise: the control is a copy of the whole profile, which
    /// has the key as well.
    @Test
    void whatIsRemovedForGoodTakesItsSnapshotAlong() throws Exception {
        Conversation talk;
        List<Prompt.Line> next;
        try (Profile profile = profile();
                LocalEngine engine = engine(new Eager(profile), TINY, KvPrecision.FLOAT32)) {
            talk = begun(profile);
            next = next(FIRST, ask(engine, talk, FIRST), "And the oldest?");
            unload(engine);
        }
        copy(folder, copies.resolve("all"));
        copy(snapshots(), copies.resolve("snapshots"));
        try (Profile profile = profile()) {
            assertEquals(1, count(snapshots()));
            profile.conversations().remove(List.of(id(talk)));
            assertEquals(0, count(snapshots()));
        }
        copy(copies.resolve("snapshots"), snapshots());
        assertEquals(0, cachedByANewProgram(folder, talk, next));
        assertEquals(0, count(snapshots()), "what nobody can open is deleted");
        assertTrue(cachedByANewProgram(copies.resolve("all"), talk, next) > 100);
    }

    private int cachedByANewProgram(Path of, Conversation talk, List<Prompt.Line> lines) {
        try (Profile profile = Profile.open(of);
                LocalEngine engine = engine(new Eager(profile), TINY, KvPrecision.FLOAT32)) {
            return cached(ask(engine, talk, lines));
        }
    }

    private Path snapshots() {
        return folder.resolve("cache").resolve("kv-snapshots");
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path));
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    @Test
    void whatWasReadIsOnTheDiskAsNobodyCanRead() throws Exception {
        Pulled pulled;
        String talk;
        try (Profile profile = profile();
                LocalEngine engine = engine(new Eager(profile), TINY, KvPrecision.FLOAT32)) {
            Conversation in = begun(profile);
            talk = in.id();
            pulled = ask(engine, in, FIRST);
            unload(engine);
        }
        KvPart label = new KvPart(0, pulled.prompt(), RotaryFactors.SHORT, 1);
        String plain = latin1(label.bytes());
        String ids = plain.substring(60, 80);
        String kept = content(snapshots());
        assertTrue(plain.contains(ids));
        assertTrue(kept.length() > 100 * pulled.prompt().count());
        for (String readable : List.of(ids, "lighthouse", "sea is calm", "SHORT", TINY, talk)) {
            assertFalse(kept.contains(readable), readable);
        }
        String all = content(folder);
        for (String readable : List.of(ids, "lighthouse", "sea is calm")) {
            assertFalse(all.contains(readable), readable);
        }
        assertTrue(all.contains(talk), "the database has the id, and is looked at");
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Names and contents of all files.
    private static String content(Path folder) throws IOException {
        StringBuilder content = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.append(folder.relativize(file)).append(latin1(Files.readAllBytes(file)));
            }
        }
        return content.toString();
    }

    /// The control is the same program beside the profile, as `ask` is while a window holds it.
    @Test
    void theProgramOverAnOpenProfileFindsWhatIsKeptThere() throws Exception {
        Conversation talk;
        List<Prompt.Line> next;
        try (Profile profile = profile();
                LocalEngine engine = engine(new Eager(profile), TINY, KvPrecision.FLOAT32)) {
            talk = begun(profile);
            next = next(FIRST, ask(engine, talk, FIRST), "And the oldest?");
            unload(engine);
        }
        Installation installation = Installation.of(System.getProperties());
        try (Profile profile = profile()) {
            try (Wiring beside = new Wiring(installation, profile.folder(), _ -> {})) {
                beside.engine().use(sound(TINY));
                assertEquals(0, cached(ask(beside.engine(), talk, next)));
            }
            try (Wiring over = new Wiring(installation, profile, _ -> {})) {
                over.engine().use(sound(TINY));
                assertTrue(cached(ask(over.engine(), talk, next)) > 100);
                ProcessHandle worker = ProcessHandle.current().children().findFirst().orElseThrow();
                String seen = seenFromOutside(worker);
                assertFalse(seen.contains(talk.id()), "the worker does not know what it reads");
                assertFalse(seen.contains(folder.toString()), "nor where it is kept");
            }
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
        Eager(Profile profile) {
            super(new KeptSnapshots(profile.snapshots()));
        }

        @Override
        public Duration worth() {
            return Duration.ZERO;
        }
    }
}
