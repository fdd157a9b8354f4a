package nearside.storage.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;

class DataBlobTest {
    @Test
    void liesAsWindowsLaysItOut() {
        try (Arena arena = Arena.ofConfined()) {
            DataBlob blob = DataBlob.of(new byte[] {7, 8, 9}, arena);
            assertEquals(16, DataBlob.LAYOUT.byteSize());
            assertEquals(3, blob.structure().get(JAVA_INT, 0));
            assertEquals(blob.place().address(), blob.structure().get(JAVA_LONG, 8));
            assertArrayEquals(new byte[] {7, 8, 9}, blob.bytes());
        }
    }

    @Test
    void aWipedOneIsZeros() {
        try (Arena arena = Arena.ofConfined()) {
            DataBlob blob = DataBlob.of(new byte[] {7, 8, 9}, arena);
            blob.wipe();
            assertArrayEquals(new byte[3], blob.bytes());
        }
    }

    @Test
    void anEmptyOneHasNoBytes() {
        try (Arena arena = Arena.ofConfined()) {
            assertArrayEquals(new byte[0], DataBlob.empty(arena).bytes());
        }
    }
}
