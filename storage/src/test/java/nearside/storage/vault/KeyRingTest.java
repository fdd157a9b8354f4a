package nearside.storage.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.crypto.SecretKey;

class KeyRingTest {
    @TempDir Path profile;
    private final RootKey root = RootKey.random();
    private Path first = Path.of("");
    private Path second = Path.of("");

    @BeforeEach
    void places() throws IOException {
        Files.createDirectory(profile.resolve("backups"));
        first = profile.resolve("keys");
        second = profile.resolve("backups").resolve("keys");
    }

    private KeyRing open() throws IOException {
        return KeyRing.open(root, first, second);
    }

    private List<Optional<SecretKey>> made(String... conversations) throws IOException {
        try (KeyRing ring = open()) {
            ring.make(List.of(conversations));
            return Arrays.stream(conversations).map(ring::find).toList();
        }
    }

    private List<Optional<SecretKey>> found(String... conversations) throws IOException {
        try (KeyRing ring = open()) {
            return Arrays.stream(conversations).map(ring::find).toList();
        }
    }

    private void strike(String... conversations) throws IOException {
        try (KeyRing ring = open()) {
            ring.strike(List.of(conversations));
        }
    }

    private void assertEqualFiles() throws IOException {
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @Test
    void keysOutliveTheProgramAndDiffer() throws IOException {
        List<Optional<SecretKey>> made = made("a", "b");
        assertTrue(made.stream().allMatch(Optional::isPresent));
        assertFalse(made.getFirst().equals(made.getLast()));
        assertEquals(made, found("a", "b"));
        assertEquals(made, made("b", "a").reversed(), "a conversation has one key");
        assertEqualFiles();
        assertEquals(2L * RingSlot.BYTES, Files.size(first));
    }

    @Test
    void aStruckKeyIsGoneForGoodAndTheOthersStay() throws IOException {
        List<Optional<SecretKey>> made = made("a", "b", "c");
        strike("b", "never there");
        assertEquals(List.of(made.get(0), Optional.empty(), made.get(2)), found("a", "b", "c"));
        assertEqualFiles();
        assertFalse(made("b").equals(List.of(made.get(1))), "made anew, not found again");
    }

    @Test
    void anotherRootKeyOpensNothingAndHarmsNothing() throws IOException {
        List<Optional<SecretKey>> made = made("a");
        try (KeyRing foreign = KeyRing.open(RootKey.random(), first, second)) {
            assertEquals(Optional.empty(), foreign.find("a"));
        }
        assertEquals(made, found("a"));
    }

    @Test
    void eitherFileAloneIsEnough() throws IOException {
        List<Optional<SecretKey>> made = made("a", "b");
        Files.delete(first);
        assertEquals(made, found("a", "b"));
        Files.delete(second);
        assertEquals(made, found("a", "b"));
        assertEqualFiles();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 60, 127, 128 + 4, 128 + 100})
    void aDamagedSlotIsMendedFromTheOtherFile(int at) throws IOException {
        List<Optional<SecretKey>> made = made("a", "b");
        for (Path file : List.of(first, second)) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[at] ^= 0x10;
            Files.write(file, bytes);
            assertEquals(made, found("a", "b"));
            assertEqualFiles();
        }
    }

    @Test
    void whatIsDamagedInBothIsLostAloneAndLeftForAnotherTry() throws IOException {
        List<Optional<SecretKey>> made = made("a", "b");
        byte[] bytes = Files.readAllBytes(first);
        bytes[60] ^= 1;
        Files.write(first, bytes);
        Files.write(second, bytes);
        assertEquals(List.of(Optional.empty(), made.get(1)), found("a", "b"));
        assertArrayEquals(bytes, Files.readAllBytes(first));
        made("c");
        assertEquals(made.get(1), found("b").getFirst());
    }

    /// A crash between the two files: what the first one says is done, is done.
    @Test
    void aCrashBetweenTheFilesIsFinished() throws IOException {
        made("a");
        byte[] before = Files.readAllBytes(second);
        List<Optional<SecretKey>> made = made("b");
        Files.write(second, before);
        assertEquals(made, found("b"));
        assertEqualFiles();
        byte[] live = Files.readAllBytes(second);
        strike("a");
        Files.write(second, live);
        assertEquals(List.of(Optional.empty()), found("a"));
        assertEqualFiles();
    }

    @Test
    void aTornLastSlotIsNoKeyAndNoHarm() throws IOException {
        List<Optional<SecretKey>> made = made("a", "b");
        byte[] torn = Arrays.copyOf(Files.readAllBytes(first), RingSlot.BYTES + 50);
        Files.write(first, torn);
        Files.write(second, torn);
        assertEquals(List.of(made.getFirst(), Optional.empty()), found("a", "b"));
        assertEquals(made("b"), found("b"));
    }

    @Test
    void nobodyElseMayReadTheFiles() throws IOException {
        made("a");
        for (Path file : List.of(first, second)) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void anIdThatFitsNoSlotIsRefusedBeforeAnythingIsWritten() throws IOException {
        made("a");
        byte[] before = Files.readAllBytes(first);
        assertThrows(IllegalArgumentException.class, () -> made("x".repeat(200)));
        assertArrayEquals(before, Files.readAllBytes(first));
    }
}
