package nearside.storage.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

class DpapiKeysTest extends SystemKeysContract {
    private static final int INVALID_DATA = 13;

    @TempDir Path profile;
    private final Mask mask = new Mask();

    /// Seals as Windows does, as far as a caller sees: opened with other bound bytes, or once the
    /// person has another key, it fails.
    private static final class Mask implements Protector {
        private byte key = 0x5a;

        private static byte[] masked(byte[] bytes, byte key) {
            byte[] masked = bytes.clone();
            for (int i = 0; i < masked.length; i++) {
                masked[i] ^= key;
            }
            return masked;
        }

        @Override
        public byte[] seal(byte[] secret, byte[] bound) {
            byte[] plain =
                    ByteBuffer.allocate(4 + bound.length + secret.length)
                            .putInt(bound.length)
                            .put(bound)
                            .put(secret)
                            .array();
            return masked(plain, key);
        }

        @Override
        public byte[] open(byte[] sealed, byte[] bound) throws KeyStoreTrouble {
            byte[] plain = masked(sealed, key);
            int start = 4 + bound.length;
            if (plain.length < start
                    || !Arrays.equals(bound, Arrays.copyOfRange(plain, 4, start))) {
                throw new KeyStoreTrouble(Kind.BROKEN, INVALID_DATA);
            }
            return Arrays.copyOfRange(plain, start, plain.length);
        }
    }

    @Override
    protected SystemKeys keys() {
        return new DpapiKeys(new BlobFile(file()), mask, Patience.USUAL);
    }

    private Path file() {
        return profile.resolve("key.dpapi");
    }

    private static void assertBroken(int code, Executable call) {
        KeyStoreTrouble trouble = assertThrows(KeyStoreTrouble.class, call);
        assertEquals(Kind.BROKEN, trouble.kind());
        assertEquals(code, trouble.code());
    }

    @Test
    void anotherPersonDoesNotOpenIt() throws KeyStoreTrouble {
        keys().put("v", new byte[32]);
        mask.key++;
        assertBroken(INVALID_DATA, () -> keys().find("v"));
    }

    @Test
    void theSealedKeyOfOneVaultIsNoneOfAnother() throws KeyStoreTrouble, IOException {
        keys().put("v", new byte[32]);
        Files.writeString(file(), Files.readString(file()).replace("v ", "w "));
        assertBroken(INVALID_DATA, () -> keys().find("w"));
    }

    @Test
    void aDamagedFileIsOneWithoutThatKeyAndCanBeWrittenAgain() throws KeyStoreTrouble, IOException {
        for (String damaged : new String[] {"", "v", "v ***\n", "\n\nv\n", "x".repeat(1 << 17)}) {
            Files.writeString(file(), damaged);
            assertEquals(Optional.empty(), keys().find("v"), damaged);
        }
        keys().put("v", new byte[] {1, 2});
        assertArrayEquals(new byte[] {1, 2}, keys().find("v").orElseThrow());
    }

    @Test
    void bytesThatAreNoTextAreTrouble() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertBroken(0, () -> keys().find("v"));
        assertBroken(0, () -> keys().put("v", new byte[32]));
        assertBroken(0, () -> keys().remove("v"));
    }

    @Test
    void theFileIsTheOwnersAloneAndHoldsNothingPlain() throws KeyStoreTrouble, IOException {
        assumeTrue(Files.getFileStore(profile).supportsFileAttributeView("posix"));
        keys().put("v", "0123456789abcdef".repeat(2).getBytes(UTF_8));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertFalse(Files.readString(file()).contains("MDEyMzQ1Njc4OWFiY2RlZg"));
        assertTrue(Files.readString(file()).startsWith("v "));
    }
}
