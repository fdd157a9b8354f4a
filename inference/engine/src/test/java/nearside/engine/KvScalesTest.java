package nearside.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Optional;

class KvScalesTest {
    private static final float[] NUMBERS = {1, 2, 3, 4, 5, 6, 7, .5f};

    @Test
    void keysAndValuesOfEachLayerAreApart() {
        KvScales scales = KvScales.of("1.29.0", 2, NUMBERS).orElseThrow();
        assertEquals(2, scales.layers());
        assertEquals(2, scales.channels());
        assertArrayEquals(new float[] {1, 2}, scales.keys(0));
        assertArrayEquals(new float[] {3, 4}, scales.values(0));
        assertArrayEquals(new float[] {5, 6}, scales.keys(1));
        assertArrayEquals(new float[] {7, .5f}, scales.values(1));
    }

    @Test
    void comeBackAsTheyWereWritten() {
        KvScales scales = KvScales.of("1.29.0", 2, NUMBERS).orElseThrow();
        assertEquals(Optional.of(scales), KvScales.of(scales.bytes()));
        assertEquals("1.29.0", scales.runtime());
        assertNotEquals(Optional.of(scales), KvScales.of("1.29.0", 4, NUMBERS));
        assertNotEquals(Optional.of(scales), KvScales.of("1.30.0", 2, NUMBERS));
    }

    @Test
    void numbersThatAreNoScalesAreRefused() {
        for (float wrong : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            float[] numbers = NUMBERS.clone();
            numbers[3] = wrong;
            assertEquals(Optional.empty(), KvScales.of("1.29.0", 2, numbers));
        }
        assertEquals(Optional.empty(), KvScales.of("1", 3, NUMBERS));
        assertEquals(Optional.empty(), KvScales.of("1", 0, NUMBERS));
        assertEquals(Optional.empty(), KvScales.of("1", 1, new float[0]));
    }

    @Test
    void everyCutAndChangeOfTheBytesIsRefusedOrOtherScales() {
        KvScales scales = KvScales.of("1.29.0", 2, NUMBERS).orElseThrow();
        byte[] bytes = scales.bytes();
        for (int length = 0; length < bytes.length; length++) {
            assertNotEquals(Optional.of(scales), KvScales.of(Arrays.copyOf(bytes, length)));
        }
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) 0x80;
            assertNotEquals(Optional.of(scales), KvScales.of(changed));
        }
    }
}
