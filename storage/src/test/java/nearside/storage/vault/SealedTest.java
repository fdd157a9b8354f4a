package nearside.storage.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

class SealedTest {
    private static final String HERE = "segment.text\0c1\0m1 0";
    private static final byte[] PLAIN = "what nobody else may read".getBytes(UTF_8);

    private final SecretKey key = key(1);
    private final byte[] sealed = Sealed.of(key, HERE, PLAIN);

    private static SecretKey key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return new SecretKeySpec(bytes, "AES");
    }

    @Test
    void opensWhereItWasSealed() throws AEADBadTagException {
        assertArrayEquals(PLAIN, Sealed.open(key, HERE, sealed));
        assertEquals(PLAIN.length + Sealed.OVERHEAD, sealed.length);
        assertArrayEquals(new byte[0], Sealed.open(key, HERE, Sealed.of(key, HERE, new byte[0])));
    }

    @Test
    void theSameTextLooksDifferentEachTime() {
        assertFalse(Arrays.equals(sealed, Sealed.of(key, HERE, PLAIN)));
    }

    @Test
    void opensNowhereElseAndByNoOtherKey() {
        assertThrows(
                AEADBadTagException.class,
                () -> Sealed.open(key, "segment.text\0c1\0m1 1", sealed));
        assertThrows(AEADBadTagException.class, () -> Sealed.open(key(2), HERE, sealed));
    }

    @Test
    void everyBitIsGuarded() {
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThrows(AEADBadTagException.class, () -> Sealed.open(key, HERE, changed));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 28, 40})
    void whatIsCutIsRefused(int length) {
        byte[] cut = Arrays.copyOf(sealed, length);
        assertThrows(AEADBadTagException.class, () -> Sealed.open(key, HERE, cut));
    }
}
