package nearside.storage.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// What every key store does, whatever the system.
public abstract class SystemKeysContract {
    private static final String VAULT = "5d0c6c9e-0d5a-4a53-a3c5-8f2a4d1f7b10";
    private static final String OTHER = "0b0e6f52-7f0f-4f0e-9a55-3d7b8a7c6d21";
    private static final byte[] SECRET = secret(1);
    private static final byte[] NEXT = secret(101);

    /// One without any secret.
    protected abstract SystemKeys keys();

    /// All kinds of bytes, the first of them zero.
    private static byte[] secret(int step) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * step);
        }
        return bytes;
    }

    private static void assertFinds(byte[] expected, SystemKeys keys, String vault)
            throws KeyStoreTrouble {
        assertArrayEquals(expected, keys.find(vault).orElseThrow());
    }

    @Test
    void hasAName() {
        assertFalse(keys().name().isBlank());
    }

    @Test
    void findsNothingBeforeSomethingWasPut() throws KeyStoreTrouble {
        assertEquals(Optional.empty(), keys().find(VAULT));
    }

    @Test
    void findsWhatWasPutAsOftenAsItIsAsked() throws KeyStoreTrouble {
        SystemKeys keys = keys();
        keys.put(VAULT, SECRET.clone());
        assertFinds(SECRET, keys, VAULT);
        assertFinds(SECRET, keys, VAULT);
    }

    @Test
    void theNextSecretTakesThePlaceOfTheLast() throws KeyStoreTrouble {
        SystemKeys keys = keys();
        keys.put(VAULT, SECRET.clone());
        keys.put(VAULT, NEXT.clone());
        assertFinds(NEXT, keys, VAULT);
        keys.remove(VAULT);
        assertEquals(Optional.empty(), keys.find(VAULT), "the first one did not stay behind");
    }

    @Test
    void vaultsAreApart() throws KeyStoreTrouble {
        SystemKeys keys = keys();
        keys.put(VAULT, SECRET.clone());
        keys.put(OTHER, NEXT.clone());
        assertFinds(SECRET, keys, VAULT);
        keys.remove(VAULT);
        assertEquals(Optional.empty(), keys.find(VAULT));
        assertFinds(NEXT, keys, OTHER);
    }

    @Test
    void removingWhatIsNotThereIsHarmless() throws KeyStoreTrouble {
        SystemKeys keys = keys();
        keys.remove(VAULT);
        keys.put(OTHER, NEXT.clone());
        keys.remove(VAULT);
        assertFinds(NEXT, keys, OTHER);
    }

    @Test
    void whatTheCallerDoesToItsBytesChangesNothing() throws KeyStoreTrouble {
        SystemKeys keys = keys();
        byte[] given = SECRET.clone();
        keys.put(VAULT, given);
        assertArrayEquals(SECRET, given);
        given[0] = 77;
        keys.find(VAULT).orElseThrow()[1] = 77;
        assertFinds(SECRET, keys, VAULT);
    }
}
