package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

class NumberTypeTest {
    private static float[] row(NumberType type, ByteBuffer bytes, int index) {
        float[] row = new float[3];
        type.copyRow(bytes, index, row);
        return row;
    }

    private final ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());

    @Test
    void singlePrecisionRowsAreReadAsTheyAre() {
        bytes.asFloatBuffer().put(new float[] {1, 2, 3, 4, -5.5f, 6});
        assertArrayEquals(new float[] {4, -5.5f, 6}, row(NumberType.FLOAT32, bytes, 1));
    }

    @Test
    void halfPrecisionRowsBecomeSingle() {
        float[] numbers = {0, 1, -2, 65504, Float.POSITIVE_INFINITY, 0.5f};
        for (float number : numbers) {
            bytes.putShort(Float.floatToFloat16(number));
        }
        assertArrayEquals(
                new float[] {65504, Float.POSITIVE_INFINITY, 0.5f},
                row(NumberType.FLOAT16, bytes, 1));
        assertArrayEquals(new float[] {0, 1, -2}, row(NumberType.FLOAT16, bytes, 0));
    }

    @Test
    void idsAreWrittenInTheirWidth() {
        NumberType.INT32.putWhole(bytes, 2, 32007);
        assertEquals(32007, bytes.asIntBuffer().get(2));
        NumberType.INT64.putWhole(bytes, 3, 32000);
        assertEquals(32000, bytes.asLongBuffer().get(3));
    }
}
