package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Finish;
import nearside.engine.KvPrecision;
import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.local.Frame;
import nearside.engine.local.FrameReader;
import nearside.engine.local.FrameWriter;
import nearside.engine.local.KvPart;
import nearside.engine.local.KvSnapshot;
import nearside.engine.local.RotaryFactors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The worker process alone: keys and values by frames, in the right sizes and in wrong ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KvFramesTest {
    private static final Prompt PROMPT =
            new Prompt(
                    List.of(new Prompt.Line(Role.USER, "the ".repeat(200))),
                    Prompt.Ending.NEW_REPLY,
                    Prompt.SpecialTokens.AS_TEXT,
                    Sampling.GREEDY,
                    4);

    @TempDir static Path temp;
    private final Process process = start();
    private final FrameWriter writer = new FrameWriter(process.getOutputStream());
    private final FrameReader reader = new FrameReader(process.getInputStream());

    private static Process start() {
        ProcessBuilder builder = new ProcessBuilder(RealWorker.command(temp).command());
        builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    void hello() throws IOException {
        assertInstanceOf(Frame.Hello.class, next());
    }

    @BeforeEach
    void open() throws IOException {
        String folder = RealWorker.model("phi3-tiny-4k").path().toString();
        writer.write(
                new Frame.Open(folder, KvPrecision.FLOAT32, Optional.empty(), Optional.empty(), 0));
        assertEquals(new Frame.Opened(), next());
    }

    @AfterAll
    void end() {
        process.destroyForcibly();
    }

    private Frame next() throws IOException {
        Frame frame = new Frame.Alive();
        while (frame instanceof Frame.Alive) {
            frame = reader.read().orElseThrow();
        }
        return frame;
    }

    private TokenIds answered() throws IOException {
        writer.write(new Frame.Answer(1, PROMPT));
        TokenIds ids = assertInstanceOf(Frame.Reading.class, next()).prompt();
        while (!(next() instanceof Frame.Finished over && over.finish() == Finish.LENGTH)) {}
        return ids;
    }

    /// Keeps the whole conversation in memory.
    private KvPart kept(ByteBuffer into) throws IOException {
        writer.write(new Frame.Keep(TokenIds.NONE, RotaryFactors.SHORT));
        KvPart part = assertInstanceOf(Frame.Kept.class, next()).part();
        Frame frame = next();
        while (frame instanceof Frame.Kv(ByteBuffer bytes)) {
            into.put(bytes);
            frame = next();
        }
        assertEquals(new Frame.KeepOver(), frame);
        into.flip();
        return part;
    }

    private int answeredAgain() throws IOException {
        writer.write(new Frame.Answer(2, PROMPT));
        int cached = assertInstanceOf(Frame.Reading.class, next()).cached();
        while (!(next() instanceof Frame.Finished)) {}
        return cached;
    }

    @Test
    void whatWasReadIsHandedOutAndTakenInAgain() throws IOException {
        TokenIds prompt = answered();
        ByteBuffer bytes = ByteBuffer.allocate(4 << 20);
        KvPart part = kept(bytes);
        assertEquals(0, part.from());
        assertEquals(prompt.count() + 3, part.end(), "the last token is never read");
        assertEquals(part.dataBytes(), bytes.remaining());
        writer.write(new Frame.Keep(part.ids(), RotaryFactors.SHORT));
        KvPart rest = assertInstanceOf(Frame.Kept.class, next()).part();
        assertEquals(TokenIds.NONE, rest.ids(), "nothing is new");
        assertEquals(new Frame.KeepOver(), next());
        writer.write(new Frame.Offer(PROMPT, new KvSnapshot(List.of(part))));
        assertEquals(new Frame.NotWanted(), next(), "it is there");
        open();
        writer.write(new Frame.Offer(PROMPT, new KvSnapshot(List.of(part))));
        assertEquals(new Frame.Wanted(), next());
        send(bytes);
        assertEquals(new Frame.Restored(), next());
        assertEquals(prompt.count() - 2, answeredAgain());
    }

    private void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int count = Math.min(bytes.remaining(), Frame.MOST_KV_BYTES);
            writer.write(new Frame.Kv(bytes.slice(bytes.position(), count)));
            bytes.position(bytes.position() + count);
        }
    }

    @Test
    void enoughEndsEither() throws IOException {
        TokenIds prompt = answered();
        KvPart part = kept(ByteBuffer.allocate(4 << 20));
        open();
        writer.write(new Frame.Offer(PROMPT, new KvSnapshot(List.of(part))));
        assertEquals(new Frame.Wanted(), next());
        writer.write(new Frame.Kv(ByteBuffer.allocate(1000)));
        writer.write(new Frame.Enough());
        assertEquals(new Frame.NotWanted(), next());
        assertEquals(0, answeredAgain(), "half a conversation is none");
        writer.write(new Frame.Keep(TokenIds.NONE, RotaryFactors.SHORT));
        writer.write(new Frame.Enough());
        assertInstanceOf(Frame.Kept.class, next());
        Frame frame = next();
        while (frame instanceof Frame.Kv) {
            frame = next();
        }
        assertEquals(new Frame.KeepOver(), frame);
        assertEquals(prompt.count() - 2, answeredAgain());
    }

    /// A model that is opened meanwhile takes nothing of the one before.
    @Test
    void anotherModelEndsWhatWasOnItsWay() throws IOException {
        answered();
        ByteBuffer bytes = ByteBuffer.allocate(4 << 20);
        KvPart part = kept(bytes);
        open();
        writer.write(new Frame.Offer(PROMPT, new KvSnapshot(List.of(part))));
        assertEquals(new Frame.Wanted(), next());
        open();
        send(bytes);
        writer.write(new Frame.Enough());
        assertEquals(new Frame.NotWanted(), next());
        assertEquals(0, answeredAgain());
    }

    @Test
    void aShapeThatIsNotTheModelsIsNotWanted() throws IOException {
        TokenIds prompt = answered();
        open();
        KvPart wrong = new KvPart(0, prompt, RotaryFactors.SHORT, 1);
        writer.write(new Frame.Offer(PROMPT, new KvSnapshot(List.of(wrong))));
        assertEquals(new Frame.NotWanted(), next());
    }

    @Test
    void bytesThatNobodyAskedForAreABadFrame() throws Exception {
        Process other = start();
        new FrameWriter(other.getOutputStream()).write(new Frame.Kv(ByteBuffer.allocate(10)));
        assertEquals(66, other.waitFor());
        String words = new String(other.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(words.contains("keys and values that nobody waits for"), words);
    }
}
