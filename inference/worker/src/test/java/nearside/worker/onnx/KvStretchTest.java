package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.folder.ModelFolder.Shape;
import nearside.worker.RealModels;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.IntStream;

class KvStretchTest {
    private OnnxModel model;
    private Context context;

    @BeforeEach
    void read() throws OnnxFailure {
        model = OnnxModel.open(RealModels.folder("phi3-tiny-4k"));
        context = model.context(100);
        try (Interruption never = model.interruption()) {
            context.readForLast(never, IntStream.range(500, 560).toArray());
        }
    }

    @AfterEach
    void close() {
        context.close();
        model.close();
    }

    /// Taken in pieces of random sizes, as the pieces of frames may be cut anywhere.
    private ByteBuffer bytes(Context from, int begin, int end, Random random) {
        KvStretch stretch = from.stretch(begin, end);
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(stretch.left()));
        while (stretch.left() > 0) {
            ByteBuffer piece = ByteBuffer.allocate(1 + random.nextInt(5000));
            stretch.get(piece);
            all.put(piece.flip());
        }
        return all.flip();
    }

    private static void put(Context into, int begin, ByteBuffer all, int end, Random random) {
        KvStretch stretch = into.stretch(begin, end);
        while (all.hasRemaining()) {
            int count = Math.min(all.remaining(), 1 + random.nextInt(5000));
            stretch.put(all.slice(all.position(), count));
            all.position(all.position() + count);
        }
        assertEquals(0, stretch.left());
    }

    @Test
    void liesInTheOrderLayerKindHeadTokenChannel() {
        Shape shape = model.folder().shape();
        ByteBuffer bytes = bytes(context, 10, 13, new Random(1)).order(ByteOrder.nativeOrder());
        assertEquals(3 * model.kvBytesPerToken(), bytes.remaining());
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (String kind :
                    new String[] {
                        model.folder().names().inputs().pastKey(),
                        model.folder().names().inputs().pastValue()
                    }) {
                float[] cached = context.cached(kind.formatted(layer));
                for (int head = 0; head < shape.kvHeads(); head++) {
                    for (int token = 10; token < 13; token++) {
                        for (int channel = 0; channel < shape.headSize(); channel++) {
                            int at = (head * 100 + token) * shape.headSize() + channel;
                            assertEquals(cached[at], bytes.getFloat());
                        }
                    }
                }
            }
        }
    }

    /// Into a conversation of another capacity, in two parts, of which the second takes the place
    /// of tokens of the first.
    @Test
    void whatIsPutInIsWhatWasTakenOut() throws OnnxFailure {
        Random random = new Random(2);
        try (Context other = model.context(77);
                Interruption never = model.interruption()) {
            put(other, 0, bytes(context, 0, 40, random), 40, random);
            put(other, 30, bytes(context, 30, 60, random), 60, random);
            other.wasRead(60);
            assertEquals(60, other.length());
            assertEquals(60 * model.kvBytesPerToken(), other.bytes());
            float[] wanted = context.read(never, 7, 8).row(1).clone();
            assertArrayEquals(wanted, other.read(never, 7, 8).row(1).clone());
        }
    }

    @Test
    void moreThanThereIsRoomForIsRefused() {
        KvStretch stretch = context.stretch(0, 1);
        ByteBuffer tooMany = ByteBuffer.allocate(Math.toIntExact(stretch.left()) + 1);
        assertThrows(IllegalArgumentException.class, () -> stretch.put(tooMany));
        assertThrows(IllegalArgumentException.class, () -> context.stretch(0, 101));
        assertThrows(IllegalArgumentException.class, () -> context.stretch(-1, 5));
        assertThrows(IllegalArgumentException.class, () -> context.stretch(5, 4));
        assertEquals(0, context.stretch(5, 5).left());
        assertTrue(stretch.left() > 0);
    }
}
