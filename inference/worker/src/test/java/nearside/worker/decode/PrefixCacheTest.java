package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.TokenIds;
import nearside.engine.local.Held;
import nearside.engine.local.KvPart;
import nearside.engine.local.KvSnapshot;
import nearside.engine.local.RotaryFactors;
import nearside.worker.RealModels;
import nearside.worker.onnx.Interruption;
import nearside.worker.onnx.KvStretch;
import nearside.worker.onnx.Logits;
import nearside.worker.onnx.OnnxFailure;
import nearside.worker.onnx.OnnxModel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class PrefixCacheTest {
    private static final int WORDS = 30_000;

    private OnnxModel model;
    private Interruption never;

    @BeforeEach
    void open() throws OnnxFailure {
        model = OnnxModel.open(RealModels.folder("phi3-tiny-4k"));
        never = model.interruption();
    }

    @AfterEach
    void close() {
        never.close();
        model.close();
    }

    private static TokenIds tokens(Random random, int count) {
        return RandomTalk.tokens(random, count, WORDS);
    }

    private static TokenIds cut(TokenIds ids, int count) {
        return RandomTalk.cut(ids, count);
    }

    /// Reads the rest of a prompt in chunks of random sizes, none of a single row.
    private float[] read(PrefixCache cache, TokenIds prompt, Random random) throws OnnxFailure {
        Slot slot = cache.take(prompt, prompt.count() + random.nextInt(300));
        float[] row = {};
        while (slot.length() < prompt.count()) {
            int left = prompt.count() - slot.length();
            int chunk = Math.min(left, 2 + random.nextInt(90));
            Logits logits = read(slot, prompt, left - chunk == 1 ? left : chunk);
            row = logits.row(logits.rows() - 1).clone();
        }
        return row;
    }

    /// Reads all of it in one run.
    private float[] readWhole(TokenIds prompt) throws OnnxFailure {
        try (PrefixCache fresh = new PrefixCache(model, _ -> 0)) {
            Logits logits = read(fresh.take(prompt, prompt.count()), prompt, prompt.count());
            return logits.row(logits.rows() - 1).clone();
        }
    }

    private Logits read(Slot slot, TokenIds prompt, int count) throws OnnxFailure {
        int at = slot.length();
        return slot.readForLast(never, Arrays.copyOfRange(prompt.toArray(), at, at + count));
    }

    /// How far logits of this model move when activations are rounded the other way somewhere: seen
    /// up to 0.04. A wrong key moves them by more than 1.
    private static final double ROUNDING = 0.2;

    /// Edits, branches, other conversations between, growth, chunks of all sizes: what one run over
    /// the whole prompt gives, to the sixth digit nearly always.
    @Test
    void whatIsTakenOverIsAsIfItHadBeenReadAgain() throws OnnxFailure {
        PrefixCache cache = new PrefixCache(model, _ -> 1L << 30);
        Random random = new Random(3);
        RandomTalk talk = new RandomTalk(random, new RandomTalk.Length(40, 800, 20), WORDS);
        int same = 0;
        for (int turn = 0; turn < 100; turn++) {
            TokenIds prompt = talk.prompt();
            double apart = Told.apart(readWhole(prompt), read(cache, prompt, random));
            assertTrue(apart < ROUNDING, "turn " + turn + ": " + apart);
            same += apart < 1e-4 ? 1 : 0;
            talk.answered(tokens(random, 1 + random.nextInt(20)));
        }
        assertTrue(same >= 95, same + " of 100 turns");
        assertTrue(cache.size() > 3, "branches are kept");
        cache.close();
    }

    /// The control: one changed token in what is taken over is seen.
    @Test
    void aWrongPrefixIsSeen() throws OnnxFailure {
        PrefixCache cache = new PrefixCache(model, _ -> 1L << 30);
        TokenIds prompt = tokens(new Random(1), 60);
        Slot right = cache.take(prompt, 60);
        float[] wanted = read(right, prompt, 60).row(1).clone();
        int[] ids = prompt.toArray();
        ids[20]++;
        TokenIds other = TokenIds.of(ids);
        Slot wrong = cache.take(other, 60);
        read(wrong, other, 50 - wrong.length());
        float[] row = read(wrong, prompt, 10).row(1).clone();
        assertTrue(Told.apart(wanted, row) > 5 * ROUNDING);
        cache.close();
    }

    @Test
    void severalConversationsStayReadWithinTheBudget() throws OnnxFailure {
        long perToken = model.folder().shape().kvBytesPerToken();
        PrefixCache cache = new PrefixCache(model, _ -> 300 * perToken);
        List<TokenIds> prompts =
                IntStream.range(0, 4).mapToObj(i -> tokens(new Random(i), 100)).toList();
        for (TokenIds prompt : prompts) {
            read(cache, prompt, new Random(1));
        }
        assertEquals(3, cache.size());
        assertEquals(300 * perToken, cache.bytes());
        assertEquals(98, cache.take(prompts.getLast(), 200).length());
        assertEquals(0, cache.take(prompts.getFirst(), 200).length(), "the oldest is gone");
        cache.close();
        assertEquals(0, cache.size());
    }

    @Test
    void allButTheNewestIsLetGo() throws OnnxFailure {
        long perToken = model.folder().shape().kvBytesPerToken();
        PrefixCache cache = new PrefixCache(model, _ -> Long.MAX_VALUE);
        TokenIds older = tokens(new Random(1), 100);
        TokenIds newest = tokens(new Random(2), 50);
        assertEquals(Held.NOTHING, cache.held());
        read(cache, older, new Random(1));
        read(cache, newest, new Random(1));
        assertEquals(new Held(150 * perToken, 50 * perToken), cache.held());
        cache.letGo(Held.Part.ALL_BUT_NEWEST);
        assertEquals(new Held(50 * perToken, 50 * perToken), cache.held());
        assertEquals(48, cache.take(newest, 200).length());
        cache.letGo(Held.Part.ALL);
        assertEquals(Held.NOTHING, cache.held());
    }

    /// Growing copies all that was read, which a next turn would have to wait for.
    @Test
    void aConversationHasRoomForItsNextTurnFromTheBeginning() throws OnnxFailure {
        PrefixCache cache = new PrefixCache(model, _ -> Long.MAX_VALUE);
        Slot first = cache.take(tokens(new Random(1), 1_000), 1_100);
        assertEquals(0, first.bytes(), "none of it is resident yet");
        assertTrue(first.stretch(0, 2_200).left() > 0);
        cache.close();
    }

    /// A branch that would throw away a long rest gets a copy of what both share.
    @Test
    void aBranchDoesNotCostTheOtherItsMemory() throws OnnxFailure {
        PrefixCache cache = new PrefixCache(model, _ -> Long.MAX_VALUE);
        TokenIds trunk = tokens(new Random(5), 100);
        TokenIds one = trunk.plus(tokens(new Random(6), 300));
        read(cache, one, new Random(1));
        TokenIds other = trunk.plus(tokens(new Random(7), 300));
        assertEquals(100, cache.take(other, 500).length());
        assertEquals(398, cache.take(one, 500).length());
        cache.close();
    }

    private KvSnapshot kept(TokenIds ids) {
        int bytes = (int) model.kvBytesPerToken();
        return new KvSnapshot(List.of(new KvPart(0, ids, RotaryFactors.SHORT, bytes)));
    }

    private boolean wants(PrefixCache cache, TokenIds prompt, KvSnapshot kept) throws OnnxFailure {
        Optional<Landing> landing = cache.landing(prompt, prompt.count() + 10, kept);
        landing.ifPresent(Landing::close);
        return landing.isPresent();
    }

    /// What was kept is wanted for as many tokens as it saves, and for nothing else.
    @Test
    void whatWasKeptIsWantedWhereThePromptGainsByIt() throws OnnxFailure {
        PrefixCache cache = new PrefixCache(model, _ -> Long.MAX_VALUE);
        TokenIds ids = tokens(new Random(1), 400);
        TokenIds prompt = ids.plus(tokens(new Random(2), 20));
        assertTrue(wants(cache, prompt, kept(ids)));
        assertTrue(wants(cache, cut(ids, 52), kept(ids)));
        assertFalse(wants(cache, cut(ids, 51), kept(ids)), "an eighth of it at least");
        assertTrue(wants(cache, cut(ids, 34), kept(cut(ids, 60))));
        assertFalse(wants(cache, cut(ids, 33), kept(cut(ids, 60))), "32 tokens at least");
        assertFalse(wants(cache, tokens(new Random(3), 500), kept(ids)));
        assertFalse(wants(cache, prompt, kept(tokens(new Random(1), 4097))), "beyond the window");
        int bytes = (int) model.kvBytesPerToken() / 4;
        KvPart int8 = new KvPart(0, ids, RotaryFactors.SHORT, bytes);
        assertFalse(wants(cache, prompt, new KvSnapshot(List.of(int8))));
        KvPart rotatedFar = new KvPart(0, ids, RotaryFactors.LONG, bytes * 4);
        assertFalse(wants(cache, prompt, new KvSnapshot(List.of(rotatedFar))));
        read(cache, cut(ids, 380), new Random(1));
        assertFalse(wants(cache, prompt, kept(ids)), "nearly all of it is there");
        cache.close();
    }

    @Test
    void whatLandedIsGoneOnFrom() throws OnnxFailure {
        PrefixCache cache = new PrefixCache(model, _ -> Long.MAX_VALUE);
        TokenIds ids = tokens(new Random(1), 100);
        TokenIds prompt = ids.plus(tokens(new Random(2), 20));
        Slot lived = cache.take(ids, 200);
        read(lived, ids, 100);
        PrefixCache other = new PrefixCache(model, _ -> Long.MAX_VALUE);
        Landing landing = other.landing(prompt, 140, kept(ids)).orElseThrow();
        KvStretch bytes = lived.stretch(0, 100);
        ByteBuffer piece = ByteBuffer.allocate(1000);
        boolean whole = false;
        while (bytes.left() > 0) {
            assertFalse(whole);
            bytes.get(piece.clear());
            whole = landing.put(piece.flip());
        }
        assertTrue(whole);
        assertThrows(IllegalArgumentException.class, () -> landing.put(ByteBuffer.allocate(1)));
        other.land(landing);
        landing.close();
        Slot restored = other.take(prompt, 140);
        assertEquals(100, restored.length());
        float[] wanted = read(cache.take(prompt, 140), prompt, 20).row(1).clone();
        assertArrayEquals(wanted, read(restored, prompt, 20).row(1).clone());
        cache.close();
        other.close();
    }

    @Test
    void whatIsClosedTakesNothingMore() throws OnnxFailure {
        PrefixCache cache = new PrefixCache(model, _ -> Long.MAX_VALUE);
        TokenIds ids = tokens(new Random(1), 100);
        Landing landing = cache.landing(ids, 140, kept(ids)).orElseThrow();
        landing.close();
        assertFalse(landing.put(ByteBuffer.allocate(10)));
        assertThrows(IllegalStateException.class, () -> cache.land(landing));
        assertEquals(0, cache.size());
    }
}
