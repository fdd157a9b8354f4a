package nearside.storage.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

class SnapshotFileTest {
    private static final String MARK = "00112233445566778899aabbccddeeff";
    private static final byte[] LABEL = "these are tokens".getBytes(UTF_8);

    @TempDir Path folder;
    private final Keys keys = keys(1);
    private final Names names = names(3);
    private final byte[] first = data(1, 140_000);
    private final byte[] second = data(2, 20_000);
    private Path path = Path.of("");

    private static Keys keys(int fill) {
        return new Keys(secret(fill, "HKDF"));
    }

    private static Names names(int fill) {
        return new Names(secret(fill, "HmacSHA256"));
    }

    private static SecretKey secret(int fill, String algorithm) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return new SecretKeySpec(secret, algorithm);
    }

    private static byte[] data(int seed, int count) {
        byte[] data = new byte[count];
        new Random(seed).nextBytes(data);
        return data;
    }

    @BeforeEach
    void writeTwoSegments() throws IOException {
        path = folder.resolve("a.kv");
        add(add(Optional.empty(), first), second);
    }

    private Optional<SnapshotFile> add(Optional<SnapshotFile> file, byte[] data)
            throws IOException {
        Growth.Content content = new Growth.Content(List.of(MARK), data.length);
        Growth.Naming naming =
                new Growth.Naming(
                        names,
                        names.ofKind("model"),
                        names.ofPlace("here"),
                        names.ofConversation("talk"));
        try (Growth growth =
                file.isPresent()
                        ? Growth.of(file.get(), keys, content, LABEL)
                        : Growth.fresh(path, naming, keys, content, LABEL)) {
            growth.write(ByteBuffer.wrap(data, 0, data.length / 3));
            growth.write(ByteBuffer.wrap(data, data.length / 3, data.length - data.length / 3));
            return Optional.of(growth.finish());
        }
    }

    /// What a reader gets of a file: its segments, or less because something was found wrong.
    private static final class Read {
        private final int segments;
        private final boolean whole;
        private final byte[] data;

        Read(int segments, boolean whole, byte[] data) {
            this.segments = segments;
            this.whole = whole;
            this.data = data;
        }
    }

    private Read read(Gcm gcm) throws IOException {
        return read(keys, gcm);
    }

    private Read read(Keys keys, Gcm gcm) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<SnapshotFile> file = SnapshotFile.at(path, names);
        if (file.isEmpty()) {
            return new Read(0, false, new byte[0]);
        }
        int segments = file.get().segments();
        try {
            file.get().labels(segments, keys, gcm);
            boolean whole = file.get().read(segments, keys, gcm, bytes -> add(out, bytes));
            return new Read(segments, whole, out.toByteArray());
        } catch (IOException | AEADBadTagException damaged) {
            return new Read(segments, false, out.toByteArray());
        }
    }

    private static boolean add(ByteArrayOutputStream out, ByteBuffer bytes) {
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        out.writeBytes(piece);
        return true;
    }

    private byte[] both() {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void whatWasWrittenComesBack() throws IOException {
        Read read = read(new Gcm());
        assertEquals(2, read.segments);
        assertTrue(read.whole);
        assertArrayEquals(both(), read.data);
    }

    @Test
    void aReaderThatHasEnoughIsLeftAlone() throws Exception {
        SnapshotFile file = SnapshotFile.at(path, names).orElseThrow();
        List<Integer> pieces = new ArrayList<>();
        assertFalse(
                file.read(2, keys, bytes -> pieces.add(bytes.remaining()) && pieces.size() < 2));
        assertEquals(List.of(Blocks.PLAIN, Blocks.PLAIN), pieces);
    }

    /// Changes one bit of the file at a time.
    ///
    /// @return what was handed out although it was not what had been written
    private List<String> wronglyRead(Gcm gcm, int seeds) throws IOException {
        byte[] sound = Files.readAllBytes(path);
        byte[] both = both();
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(seed);
            int at = seed < 200 ? seed : random.nextInt(sound.length);
            byte[] flipped = sound.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(path, flipped);
            Read read = read(gcm);
            boolean prefix = Arrays.equals(read.data, Arrays.copyOf(both, read.data.length));
            if ((read.whole && read.segments == 2) || !prefix) {
                wrong.add("seed " + seed + ", byte " + at);
            }
        }
        Files.write(path, sound);
        return wrong;
    }

    @Test
    void aFlippedBitIsFoundWhereverItIs() throws IOException {
        assertEquals(List.of(), wronglyRead(new Gcm(), 350));
    }

    /// The breaker: a reader that does not look at the tag takes nearly all of it.
    @Test
    void withoutTheTagItWouldNotBeFound() throws IOException {
        assertTrue(wronglyRead(new BlindGcm(), 350).size() > 100);
    }

    /// Decrypts as GCM does and believes what comes out.
    private static final class BlindGcm extends Gcm {
        @Override
        int open(Nonce nonce, byte[] sealed, int length, byte[] plain) {
            byte[] counter = Arrays.copyOf(nonce.bytes(), 16);
            counter[15] = 2;
            try {
                Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
                SecretKey key = nonce.key();
                cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(counter));
                return cipher.doFinal(sealed, 0, length - TAG, plain, 0);
            } catch (GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /// Whatever a crash cut off, the whole segments before it are there and can be gone on from.
    @Test
    void aFileThatEndsEarlyIsTheShorterConversation() throws IOException {
        byte[] sound = Files.readAllBytes(path);
        long firstEnd = endOfFirst();
        for (int seed = 0; seed < 60; seed++) {
            int length = new Random(seed).nextInt(sound.length);
            Files.write(path, Arrays.copyOf(sound, length));
            Read read = read(new Gcm());
            assertEquals(length >= firstEnd ? 1 : 0, read.segments, "cut at " + length);
            if (read.segments == 1) {
                assertTrue(read.whole);
                assertArrayEquals(first, read.data);
                assertEquals(firstEnd, Files.size(path), "the rest is cut off");
            }
        }
        Files.write(path, Arrays.copyOf(sound, sound.length - 1));
        add(SnapshotFile.at(path, names), second);
        assertArrayEquals(both(), read(new Gcm()).data);
    }

    private long endOfFirst() throws IOException {
        byte[] sound = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(sound, sound.length - 1));
        long end = SnapshotFile.at(path, names).orElseThrow().bytes();
        Files.write(path, sound);
        return end;
    }

    /// Pages that a power cut left zero are found by the tags.
    @Test
    void zerosInThePlaceOfBlocksAreFound() throws IOException {
        byte[] zeroed = Files.readAllBytes(path);
        Arrays.fill(zeroed, zeroed.length - 4096, zeroed.length, (byte) 0);
        Files.write(path, zeroed);
        Read read = read(new Gcm());
        assertFalse(read.whole);
        assertArrayEquals(first, read.data);
    }

    /// What a key that was destroyed leaves: a file that nobody can open.
    @Test
    void withAnotherKeyOfTheConversationNothingIsRead() throws IOException {
        Read read = read(keys(2), new Gcm());
        assertEquals(2, read.segments, "the file is as it was");
        assertFalse(read.whole);
        assertEquals(0, read.data.length);
    }

    @Test
    void anotherKeysFileIsNone() throws IOException {
        assertEquals(Optional.empty(), SnapshotFile.at(path, names(4)));
    }

    /// Segments that were sealed by the same key at the same place in another state of the file.
    @Test
    void aSegmentOfAnotherConversationIsFound() throws IOException {
        byte[] one = Files.readAllBytes(path);
        Files.delete(path);
        writeTwoSegments();
        byte[] other = Files.readAllBytes(path);
        int end = (int) endOfFirst();
        byte[] spliced = one.clone();
        System.arraycopy(other, end, spliced, end, other.length - end);
        Files.write(path, spliced);
        Read read = read(new Gcm());
        assertFalse(read.whole);
        assertEquals(0, read.data.length, "labels are opened first");
    }

    @Test
    void blocksThatChangedPlacesAreFound() throws IOException {
        byte[] swapped = Files.readAllBytes(path);
        int blocks = (int) endOfFirst() - (int) Blocks.sealedBytes(first.length);
        byte[] block = Arrays.copyOfRange(swapped, blocks, blocks + Blocks.SEALED);
        System.arraycopy(swapped, blocks + Blocks.SEALED, swapped, blocks, Blocks.SEALED);
        System.arraycopy(block, 0, swapped, blocks + Blocks.SEALED, Blocks.SEALED);
        Files.write(path, swapped);
        assertEquals(0, read(new Gcm()).data.length);
    }

    /// Appended in the place of a segment that was cut, with other data: no key stream is used
    /// twice.
    @Test
    void aSegmentIsNeverSealedLikeTheOneInItsPlaceBefore() throws IOException {
        byte[] before = Files.readAllBytes(path);
        int end = (int) endOfFirst();
        Files.write(path, Arrays.copyOf(before, end));
        add(SnapshotFile.at(path, names), second);
        byte[] after = Files.readAllBytes(path);
        assertEquals(before.length, after.length);
        int same = 0;
        for (int i = after.length - second.length; i < after.length; i++) {
            same += before[i] == after[i] ? 1 : 0;
        }
        assertTrue(same < second.length / 100, same + " bytes are the same");
    }
}
