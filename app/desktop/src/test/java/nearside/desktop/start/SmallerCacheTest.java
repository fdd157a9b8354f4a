package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.device.Speeds;
import nearside.copilot.orchestrator.Decision;
import nearside.copilot.orchestrator.Decision.Target;
import nearside.copilot.orchestrator.Kept;
import nearside.copilot.orchestrator.ModelInUse;
import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Request;
import nearside.copilot.orchestrator.Situation;
import nearside.copilot.orchestrator.Turn;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.engine.EngineFailure;
import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.ReplyEvent;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.contract.Pulled;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.folder.ModelHash;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.SnapshotShelf;
import nearside.engine.local.WorkerCommand;
import nearside.engine.memory.Memory;
import nearside.storage.Measures;
import nearside.storage.Message;
import nearside.storage.Profile;
import nearside.storage.Settings.KvCache;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whole turns with a real worker, on a device whose memory runs out.
class SmallerCacheTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int REPLY = 24;
    private static final Memory PLENTY = new Memory(12L << 30, 16L << 30);
    private static final Memory LITTLE = new Memory(1L << 30, 16L << 30);
    private static final String STORY =
            "The keeper counts the ships and mends the lamp. ".repeat(250);

    @TempDir Path folder;
    @TempDir Path temp;
    private Profile profile;
    private KeptScales scales;
    private LocalEngine engine;
    private volatile Memory memory = PLENTY;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
        scales = new KeptScales(folder);
        engine = engine();
    }

    @AfterEach
    void close() {
        engine.close();
        profile.close();
    }

    private LocalEngine engine() {
        WorkerCommand command =
                new WorkerCommand(Installation.of(System.getProperties()).worker(), temp);
        return new LocalEngine(command, scales, SnapshotShelf.NONE, _ -> {});
    }

    private Orchestrator with(ModelFolder model, KvCache setting) {
        ModelInUse inUse = new ModelInUse(engine::use, engine::state, () -> memory);
        inUse.use(model, setting);
        return new Orchestrator(
                new Orchestrator.Device(
                        engine,
                        inUse,
                        () -> memory,
                        new Speeds(new Measures(temp)),
                        () -> Situation.Pace.USUAL_PATIENCE),
                Optional.of(Kept.of(profile)));
    }

    private static Path models() {
        return Path.of(System.getProperty("nearside.models"));
    }

    private static ModelFolder checked(Path model) {
        return assertInstanceOf(FolderCheck.Sound.class, ModelFolder.check(model)).folder();
    }

    private record Told(Decision decision, TurnEvent.End end) {
        KvPrecision kv() {
            return assertInstanceOf(Target.Local.class, decision.target()).kv();
        }
    }

    private static Told ask(Orchestrator orchestrator, String text) throws InterruptedException {
        Turn turn =
                orchestrator.answer(
                        new Request.Ask(Optional.empty(), text, Sampling.GREEDY, REPLY));
        List<TurnEvent> events = new ArrayList<>();
        while (events.isEmpty() || !(events.getLast() instanceof TurnEvent.End)) {
            events.add(turn.next(LONG).orElseThrow());
        }
        Decision decision =
                events.stream()
                        .filter(TurnEvent.Decided.class::isInstance)
                        .map(event -> ((TurnEvent.Decided) event).decision())
                        .findFirst()
                        .orElseThrow();
        return new Told(decision, (TurnEvent.End) events.getLast());
    }

    /// The least memory with which the story is answered: a stop says what is missing.
    private Memory justEnough(Orchestrator orchestrator) throws InterruptedException {
        memory = LITTLE;
        Told stop = ask(orchestrator, STORY);
        assertInstanceOf(TurnEvent.Declined.class, stop.end());
        return new Memory(
                memory.freeBytes() + stop.decision().needs().missingBytes(), PLENTY.totalBytes());
    }

    private Message newestReply() {
        return profile.conversations()
                .messages(profile.conversations().list().getFirst().id())
                .getLast();
    }

    private static Pulled directly(LocalEngine engine, String text) {
        Prompt prompt =
                new Prompt(
                        List.of(new Prompt.Line(Role.USER, text)),
                        Prompt.Ending.NEW_REPLY,
                        Prompt.SpecialTokens.AS_TEXT,
                        Sampling.GREEDY,
                        REPLY);
        Pulled pulled = Pulled.all(engine.answer(prompt));
        assertInstanceOf(ReplyEvent.Finished.class, pulled.last());
        return pulled;
    }

    @Test
    void aStoryThatOnlyFitsAsBytesIsAnsweredSoAndTheModelStaysSo() throws Exception {
        ModelFolder model = checked(models().resolve("phi3-tiny-4k"));
        Orchestrator orchestrator = with(model, KvCache.AUTO);
        assertEquals(KvPrecision.FLOAT32, ask(orchestrator, "Hello").kv());
        assertEquals(Optional.empty(), scales.find(ModelHash.of(model)));

        memory = justEnough(orchestrator);
        Told told = ask(orchestrator, STORY);
        assertEquals(KvPrecision.INT8, told.kv());
        assertInstanceOf(TurnEvent.Done.class, told.end());
        assertTrue(scales.find(ModelHash.of(model)).isPresent());
        Message reply = newestReply();
        assertTrue(reply.decision().orElseThrow().contains("\"kv_cache\":\"int8\""));

        memory = PLENTY;
        assertEquals(KvPrecision.INT8, ask(orchestrator, "Hello").kv());
        try (LocalEngine small = engine()) {
            small.use(model, KvPrecision.INT8);
            assertEquals(directly(small, STORY).text(), reply.text());
            assertEquals(directly(small, "Hello").text(), newestReply().text());
        }
    }

    @Test
    void withoutLeaveTheStoryIsNotAnsweredWithThatMemory() throws Exception {
        ModelFolder model = checked(models().resolve("phi3-tiny-4k"));
        Orchestrator auto = with(model, KvCache.AUTO);
        ask(auto, "Hello");
        Memory enough = justEnough(auto);
        memory = PLENTY;
        Orchestrator exact = with(model, KvCache.FLOAT32);
        ask(exact, "Hello");
        memory = enough;
        assertInstanceOf(TurnEvent.Declined.class, ask(exact, STORY).end());
    }

    @Test
    void aModelThatCannotBeLoadedSoFailsOnceAndAnswersAgain() throws Exception {
        memory = LITTLE;
        Orchestrator orchestrator = with(checked(withoutInt8()), KvCache.AUTO);
        memory = justEnough(orchestrator);
        Told told = ask(orchestrator, STORY);
        assertEquals(KvPrecision.INT8, told.kv());
        EngineFailure failure =
                assertInstanceOf(TurnEvent.EngineFailed.class, told.end()).failure();
        String problem = assertInstanceOf(EngineFailure.RuntimeRefused.class, failure).problem();
        assertEquals("no int8 KV cache: its graph is not edited", problem);

        memory = PLENTY;
        Told next = ask(orchestrator, STORY);
        assertEquals(KvPrecision.FLOAT32, next.kv());
        assertInstanceOf(TurnEvent.Done.class, next.end());
    }

    /// The tiny model with an unknown field of 97 MiB behind it, which is nothing to the runtime: a
    /// graph of that size is not edited.
    private Path withoutInt8() throws IOException {
        Path copy = temp.resolve("without-int8");
        Files.createDirectory(copy);
        try (Stream<Path> files = Files.list(models().resolve("phi3-tiny-4k"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path graph = copy.resolve("model.onnx");
        byte[] unknown = {(byte) 0xc2, 0x3e, (byte) 0x80, (byte) 0x80, (byte) 0xc0, 0x30};
        Files.write(graph, unknown, StandardOpenOption.APPEND);
        try (FileChannel file = FileChannel.open(graph, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(1), file.size() + (97 << 20) - 1);
        }
        return copy;
    }
}
