package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

class NumberTypeTest {
    private final ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());

    @Test
    void singlePrecisionRowsAreReadAsTheyAre() {
        bytes.asFloatBuffer().put(new float[] {1, 2, 3, 4, -5.5f, 6});
        assertArrayEquals(new float[] {4, -5.5f, 6}, NumberType.FLOAT32.row(bytes, 1, 3));
    }

    @Test
    void halfPrecisionRowsBecomeSingle() {
        float[] numbers = {0, 1, -2, 65504, Float.POSITIVE_INFINITY, 0.5f};
        for (float number : numbers) {
            bytes.putShort(Float.floatToFloat16(number));
        }
        assertArrayEquals(
                new float[] {65504, Float.POSITIVE_INFINITY, 0.5f},
                NumberType.FLOAT16.row(bytes, 1, 3));
        assertArrayEquals(new float[] {0, 1, -2}, NumberType.FLOAT16.row(bytes, 0, 3));
    }

    @Test
    void idsAreWrittenInTheirWidth() {
        NumberType.INT32.putWhole(bytes, 2, 32007);
        assertEquals(32007, bytes.asIntBuffer().get(2));
        NumberType.INT64.putWhole(bytes, 3, 32000);
        assertEquals(32000, bytes.asLongBuffer().get(3));
    }
}
