package nearside.storage.past;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

class PastBytesTest {
    private static byte[] bytes(int... all) {
        byte[] bytes = new byte[all.length];
        for (int i = 0; i < all.length; i++) {
            bytes[i] = (byte) all[i];
        }
        return bytes;
    }

    @Test
    void piecesAreReadOneBehindTheOther() throws Exception {
        PastBytes pieces = PastBytes.of(List.of(bytes(1, 2), bytes(), bytes(3)));
        assertEquals(3, pieces.size());
        assertArrayEquals(bytes(1, 2, 3), pieces.open().readAllBytes());
        assertArrayEquals(bytes(1, 2, 3), pieces.open().readAllBytes(), "from the start again");
    }

    @Test
    void theSameBytesAreEqualHoweverTheyLie() {
        PastBytes pieces = PastBytes.of(List.of(bytes(1, 2), bytes(3)));
        assertEquals(PastBytes.of(List.of(bytes(1, 2, 3))), pieces);
        assertEquals(PastBytes.of(List.of(bytes(1, 2, 3))).hashCode(), pieces.hashCode());
        assertNotEquals(PastBytes.of(List.of(bytes(1, 2, 4))), pieces);
        assertNotEquals(PastBytes.of(List.of(bytes(1, 2))), pieces);
        byte[] large = new byte[200_000];
        byte[] other = large.clone();
        other[199_999] = 1;
        assertNotEquals(PastBytes.of(List.of(large)), PastBytes.of(List.of(other)));
    }

    @Test
    void bytesThatAreLostAreNotComparedInSilence() {
        PastBytes lost =
                new PastBytes(
                        1,
                        () -> {
                            throw new IOException("gone");
                        });
        assertThrows(
                UncheckedIOException.class, () -> lost.equals(PastBytes.of(List.of(bytes(1)))));
    }

    @Test
    void anAttachmentHasTheSizeOfItsBytes() {
        Optional<PastBytes> three = Optional.of(PastBytes.of(List.of(bytes(1, 2, 3))));
        assertEquals(3, new PastAttachment("i", "n", 3, three).size());
        assertThrows(IllegalArgumentException.class, () -> new PastAttachment("i", "n", 4, three));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PastAttachment("i", "n", -1, Optional.empty()));
    }
}
