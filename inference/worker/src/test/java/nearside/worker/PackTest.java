package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.Stage;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent.Failed;
import nearside.engine.ReplyEvent.Finished;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.accelerator.TrialKey;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.accelerator.Verdict;
import nearside.engine.accelerator.VerdictShelf;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.WorkerCommand;
import nearside.engine.pack.Pack;
import nearside.engine.pack.PackFinding;
import nearside.engine.pack.PackLook;
import nearside.engine.pack.PackStanding;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Packs and the real worker: a copy of the real runtime, whole or broken, in a folder beside. No
/// accelerator's runtime was there to copy; what makes it one for CUDA by name are files of text.
@EnabledOnOs(OS.LINUX)
class PackTest {
    private static final ModelFolder FOLDER = RealWorker.model("phi3-tiny-4k");
    private static final String RUNTIME = "libonnxruntime.so";
    private static final String BINDING = "libonnxruntime4j_jni.so";

    @TempDir Path temp;
    private Path folder;

    /// Verdicts by the names that they would have on disk.
    private static final class Shelf implements VerdictShelf {
        private final Map<String, Verdict> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<Verdict> find(TrialKey key) {
            return Optional.ofNullable(kept.get(key.name()));
        }

        @Override
        public void keep(TrialKey key, Verdict verdict) {
            kept.put(key.name(), verdict);
        }
    }

    @BeforeEach
    void copyTheRuntime() throws IOException {
        folder = Files.createDirectory(temp.resolve("pack"));
        Path natives = Path.of(System.getProperty("onnxruntime.native.path"));
        for (String file : List.of(RUNTIME, BINDING)) {
            Files.copy(natives.resolve(file), folder.resolve(file));
        }
    }

    private Pack cuda() throws IOException {
        for (String library : List.of("shared", "cuda")) {
            Files.writeString(folder.resolve("libonnxruntime_providers_" + library + ".so"), "");
        }
        PackFinding found = new PackLook(System.getProperty("os.name")).of(folder);
        return assertInstanceOf(PackFinding.Usable.class, found).pack();
    }

    private LocalEngine engine(WorkerCommand command, VerdictShelf shelf, Pack... packs) {
        LocalEngine engine = new LocalEngine(command, _ -> {});
        List<PackFinding> found =
                Stream.of(packs).<PackFinding>map(PackFinding.Usable::new).toList();
        engine.accelerate(TryOrder.DEFAULT, shelf, found);
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
                                4)));
    }

    private static TokenIds answered(LocalEngine engine) {
        Pulled pulled = ask(engine);
        assertInstanceOf(Finished.class, pulled.last());
        return pulled.ids();
    }

    private TokenIds withoutPacks() {
        try (LocalEngine engine = engine(RealWorker.command(temp), VerdictShelf.NONE)) {
            return answered(engine);
        }
    }

    /// The runtimes that the processes of this one have loaded.
    private static List<String> loaded() throws IOException {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.map(child -> Path.of("/proc", "" + child.pid(), "maps"))
                    .flatMap(PackTest::lines)
                    .filter(line -> line.endsWith("/" + RUNTIME))
                    .map(line -> line.substring(line.indexOf('/')))
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> lines(Path maps) {
        try {
            return Files.readAllLines(maps).stream();
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    @Test
    void theRuntimeOfTheFolderIsTheOneThatAnswers() throws IOException {
        TokenIds usual = withoutPacks();
        WorkerCommand command = RealWorker.command(temp).with(folder);
        try (LocalEngine engine = engine(command, VerdictShelf.NONE)) {
            assertEquals(usual, answered(engine));
            assertEquals(List.of(folder.resolve(RUNTIME).toString()), loaded());
        }
    }

    @Test
    void theVersionThatPacksAreHeldToIsTheWorkersOwn() {
        try (LocalEngine engine = engine(RealWorker.command(temp), VerdictShelf.NONE)) {
            answered(engine);
            assertEquals(PackLook.VERSION, engine.runtime().version());
            assertEquals(List.of("CPU"), engine.runtime().providers());
        }
    }

    private Verdict putAside(Pack pack, VerdictShelf shelf) throws IOException {
        try (LocalEngine engine = engine(RealWorker.command(temp), shelf, pack)) {
            answered(engine);
            assertNotEquals(List.of(folder.resolve(RUNTIME).toString()), loaded());
            PackStanding.PutAside aside =
                    assertInstanceOf(
                            PackStanding.PutAside.class, engine.runtime().packs().getFirst());
            assertEquals(pack, aside.pack());
            return aside.verdict();
        }
    }

    @Test
    void aRuntimeThatWasBuiltWithoutItsAcceleratorIsPutAside() throws IOException {
        assertEquals(new Verdict.NotBuilt("CPU"), putAside(cuda(), VerdictShelf.NONE));
    }

    /// Each tells its version by a text of its own, which is exchanged here.
    @ParameterizedTest
    @ValueSource(strings = {RUNTIME, BINDING})
    void aRuntimeOrBindingOfAnotherVersionIsPutAside(String file) throws IOException {
        exchange(folder.resolve(file), "\0" + PackLook.VERSION + "\0", "\0" + "1.28.0\0");
        assertEquals(
                new Verdict.OtherVersion("1.28.0", PackLook.VERSION),
                putAside(cuda(), VerdictShelf.NONE));
    }

    @Test
    void aRuntimeThatDoesNotGoWithItsBindingIsPutAside() throws IOException {
        exchange(folder.resolve(RUNTIME), "VERS_" + PackLook.VERSION, "VERS_1.28.0");
        Verdict.Refused refused =
                assertInstanceOf(Verdict.Refused.class, putAside(cuda(), VerdictShelf.NONE));
        assertTrue(refused.problem().contains("VERS_" + PackLook.VERSION), refused.problem());
    }

    private static void exchange(Path file, String before, String after) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains(before));
        Files.writeString(file, bytes.replace(before, after), StandardCharsets.ISO_8859_1);
    }

    private void spoil(String file, String how) throws IOException {
        Path path = folder.resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        switch (how) {
            case "empty" -> bytes = new byte[0];
            case "cut" -> bytes = Arrays.copyOf(bytes, bytes.length / 2);
            default -> Arrays.fill(bytes, (byte) 'x');
        }
        Files.write(path, bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "cut", "other"})
    void aBindingThatIsBrokenIsPutAsideAndTheQuestionIsAnswered(String how) throws IOException {
        spoil(BINDING, how);
        staysAside(cuda());
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "cut", "other"})
    void aRuntimeThatIsBrokenIsPutAsideAndTheQuestionIsAnswered(String how) throws IOException {
        spoil(RUNTIME, how);
        staysAside(cuda());
    }

    private void staysAside(Pack pack) throws IOException {
        Shelf shelf = new Shelf();
        Verdict verdict = putAside(pack, shelf);
        assertTrue(
                verdict instanceof Verdict.Refused || verdict instanceof Verdict.Died,
                verdict.toString());
        assertEquals(List.of(verdict), List.copyOf(shelf.kept.values()));
        assertEquals(verdict, putAside(pack, shelf));
    }

    /// Breaks what the others hold: without a way back, such a pack leaves no answer.
    @Test
    void withTheBrokenRuntimeAloneNothingIsAnswered() throws IOException {
        spoil(BINDING, "other");
        WorkerCommand command = RealWorker.command(temp).with(folder);
        try (LocalEngine engine = engine(command, VerdictShelf.NONE)) {
            Failed failed = assertInstanceOf(Failed.class, ask(engine).last());
            EngineFailure.RuntimeRefused refused =
                    assertInstanceOf(EngineFailure.RuntimeRefused.class, failed.failure());
            assertEquals(Stage.START, refused.stage());
            assertTrue(refused.problem().contains(BINDING), refused.problem());
            assertFalse(refused.problem().contains("\n"), refused.problem());
        }
    }

    @Test
    void aFolderThatIsGoneByNowIsPutAside() throws IOException {
        Pack pack = cuda();
        Files.delete(folder.resolve(RUNTIME));
        Verdict.Refused refused =
                assertInstanceOf(Verdict.Refused.class, putAside(pack, VerdictShelf.NONE));
        assertTrue(refused.problem().contains(RUNTIME), refused.problem());
    }
}
