package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.storage.KvSnapshots.Asked;
import nearside.storage.KvSnapshots.Model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

class KvSnapshotsTest {
    private static final Model MODEL = new Model("/models/x", "kind one");
    private static final int KIB = 1024;

    @TempDir Path profile;
    private final SnapshotKey key = SnapshotKey.random();

    private KvSnapshots open() {
        return KvSnapshots.open(profile, key).orElseThrow();
    }

    private static List<byte[]> lines(String... lines) {
        return Stream.of(lines).map(line -> line.getBytes(UTF_8)).toList();
    }

    /// All lines, of which the last prompt had all.
    private static Asked asked(String... lines) {
        return new Asked(lines(lines), List.of(lines.length));
    }

    private static byte[] label(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] data(int seed, int count) {
        byte[] data = new byte[count];
        new Random(seed).nextBytes(data);
        return data;
    }

    private static void keep(KvSnapshots all, Asked asked, String label, byte[] data) {
        try (SnapshotWriter writer =
                all.keep(MODEL, asked, label(label), data.length).orElseThrow()) {
            assertTrue(writer.write(ByteBuffer.wrap(data)));
            writer.finish();
        }
    }

    private static void grow(SealedSnapshot from, Asked asked, String label, byte[] data) {
        try (SnapshotWriter writer = from.grow(asked, label(label), data.length).orElseThrow()) {
            assertTrue(writer.write(ByteBuffer.wrap(data)));
            writer.finish();
        }
    }

    private static Optional<byte[]> read(SealedSnapshot snapshot) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean whole =
                snapshot.read(bytes -> {
                    byte[] piece = new byte[bytes.remaining()];
                    bytes.get(piece);
                    out.writeBytes(piece);
                    return true;
                });
        return whole ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private static List<String> labels(KvSnapshots all, String... lines) {
        return all.find(MODEL, lines(lines))
                .map(found ->
                        found.labels().stream().map(label -> new String(label, UTF_8)).toList())
                .orElse(List.of());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(profile.resolve("cache").resolve("kv-snapshots"))) {
            return files.filter(file -> !file.endsWith("lock")).toList();
        }
    }

    @Test
    void aConversationIsFoundByItsBeginningAfterARestart() {
        byte[] data = data(1, 200 * KIB);
        try (KvSnapshots all = open()) {
            keep(all, asked("system", "question"), "tokens", data);
        }
        try (KvSnapshots all = open()) {
            assertEquals(List.of(), labels(all, "system"));
            assertEquals(List.of(), labels(all, "system", "other"));
            assertEquals(List.of("tokens"), labels(all, "system", "question"));
            SealedSnapshot found =
                    all.find(MODEL, lines("system", "question", "answer", "next")).orElseThrow();
            assertArrayEquals(data, read(found).orElseThrow());
            assertTrue(found.isEnd());
        }
    }

    @Test
    void aConversationGrowsByWhatIsNew() throws IOException {
        byte[] first = data(1, 100 * KIB);
        byte[] second = data(2, 10 * KIB);
        try (KvSnapshots all = open()) {
            keep(all, asked("q"), "one", first);
            byte[] before = Files.readAllBytes(files().getFirst());
            grow(all.find(MODEL, lines("q")).orElseThrow(), asked("q", "a", "r"), "two", second);
            byte[] after = Files.readAllBytes(files().getFirst());
            assertArrayEquals(before, Arrays.copyOf(after, before.length));
            assertTrue(after.length < before.length + 11 * KIB);
        }
        try (KvSnapshots all = open()) {
            assertEquals(List.of("one", "two"), labels(all, "q", "a", "r", "b", "s"));
            SealedSnapshot edited = all.find(MODEL, lines("q", "a", "another")).orElseThrow();
            assertEquals(1, edited.labels().size(), "what followed is of another conversation");
            assertFalse(edited.isEnd());
            assertArrayEquals(first, read(edited).orElseThrow());
            assertThrows(
                    IllegalStateException.class,
                    () -> edited.grow(asked("q", "a", "another"), label("x"), 1));
        }
    }

    @Test
    void severalPromptsMayLeadToOneSegment() {
        try (KvSnapshots all = open()) {
            Asked asked = new Asked(lines("q", "a", "r", "b", "s"), List.of(1, 3, 5));
            keep(all, asked, "all", data(1, KIB));
            for (String[] lines : new String[][] {{"q", "x"}, {"q", "a", "r", "x"}}) {
                assertEquals(List.of("all"), labels(all, lines));
            }
            assertEquals(List.of(), labels(all, "x", "a", "r"));
        }
    }

    @Test
    void nothingThatIsUnfinishedStays() throws IOException {
        try (KvSnapshots all = open()) {
            SnapshotWriter left = all.keep(MODEL, asked("q"), label("x"), 1000).orElseThrow();
            left.write(ByteBuffer.allocate(500));
            assertEquals(1, files().size());
            left.close();
            assertEquals(List.of(), files());
            keep(all, asked("q"), "one", data(1, KIB));
            byte[] before = Files.readAllBytes(files().getFirst());
            SealedSnapshot found = all.find(MODEL, lines("q")).orElseThrow();
            SnapshotWriter more = found.grow(asked("q", "a", "r"), label("y"), 1000).orElseThrow();
            more.write(ByteBuffer.allocate(500));
            more.close();
            assertArrayEquals(before, Files.readAllBytes(files().getFirst()));
            assertEquals(List.of("one"), labels(all, "q", "a", "r"));
        }
    }

    @Test
    void whatACrashLeftUnfinishedIsDeletedAtTheNextStart() throws IOException {
        KvSnapshots all = open();
        assertTrue(all.keep(MODEL, asked("q"), label("x"), 1000).isPresent());
        Path unfinished = files().getFirst();
        byte[] bytes = Files.readAllBytes(unfinished);
        all.close();
        Files.write(unfinished, bytes);
        open().close();
        assertEquals(List.of(), files());
    }

    @Test
    void anotherKeyFindsNothingAndCleansUp() throws IOException {
        try (KvSnapshots all = open()) {
            keep(all, asked("q"), "x", data(1, KIB));
        }
        try (KvSnapshots other = KvSnapshots.open(profile, SnapshotKey.random()).orElseThrow()) {
            assertEquals(List.of(), labels(other, "q"));
        }
        assertEquals(List.of(), files());
    }

    @Test
    void aDamagedOneIsDeletedWhenItIsRead() throws IOException {
        try (KvSnapshots all = open()) {
            keep(all, asked("q"), "x", data(1, 200 * KIB));
            Path file = files().getFirst();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 100 * KIB] ^= 1;
            Files.write(file, bytes);
            SealedSnapshot found = all.find(MODEL, lines("q")).orElseThrow();
            assertEquals(Optional.empty(), read(found));
            assertEquals(List.of(), files());
            assertEquals(List.of(), labels(all, "q"));
        }
    }

    @Test
    void whatAModelThatChangedLeftBehindIsDropped() throws IOException {
        try (KvSnapshots all = open()) {
            keep(all, asked("q"), "x", data(1, KIB));
            Model changed = new Model(MODEL.place(), "kind two");
            assertEquals(Optional.empty(), all.find(changed, lines("q")));
            all.dropOthers(new Model("/models/y", "kind two"));
            all.dropOthers(MODEL);
            assertEquals(List.of("x"), labels(all, "q"));
            all.dropOthers(changed);
            assertEquals(List.of(), labels(all, "q"));
            assertEquals(List.of(), files());
        }
    }

    @Test
    void theLeastRecentlyUsedLeavesFirst() throws IOException {
        try (KvSnapshots all = KvSnapshots.open(profile, key, 250 * KIB).orElseThrow()) {
            keep(all, asked("one"), "1", data(1, 100 * KIB));
            keep(all, asked("two"), "2", data(2, 100 * KIB));
            all.find(MODEL, lines("one"));
            keep(all, asked("three"), "3", data(3, 100 * KIB));
            assertEquals(List.of(), labels(all, "two"));
            assertEquals(List.of("1"), labels(all, "one"));
            assertTrue(all.bytes() <= 250 * KIB);
            assertEquals(Optional.empty(), all.keep(MODEL, asked("x"), label("4"), 300 * KIB));
            assertEquals(2, files().size(), "nothing leaves for what is too large in any case");
            grow(
                    all.find(MODEL, lines("one")).orElseThrow(),
                    asked("one", "a", "b"),
                    "4",
                    data(4, 100 * KIB));
            assertEquals(List.of(), labels(all, "three"));
            assertEquals(List.of("1", "4"), labels(all, "one", "a", "b"));
        }
    }

    @Test
    void theOrderOfUseOutlivesARestart() throws IOException {
        try (KvSnapshots all = open()) {
            keep(all, asked("one"), "1", data(1, 100 * KIB));
            Files.setLastModifiedTime(files().getFirst(), FileTime.fromMillis(5_000));
            keep(all, asked("two"), "2", data(2, 100 * KIB));
        }
        try (KvSnapshots all = KvSnapshots.open(profile, key, 250 * KIB).orElseThrow()) {
            keep(all, asked("three"), "3", data(3, 100 * KIB));
            assertEquals(List.of(), labels(all, "one"));
            assertEquals(List.of("2"), labels(all, "two"));
        }
    }

    @Test
    void onlyOneProcessHasThemOpen() {
        try (KvSnapshots all = open()) {
            assertEquals(Optional.empty(), KvSnapshots.open(profile, key));
            assertEquals(0, all.bytes());
        }
        open().close();
    }

    @Test
    void whatIsInTheWayIsNoReasonToFail() throws IOException {
        Files.writeString(profile.resolve("cache"), "a file");
        assertEquals(Optional.empty(), KvSnapshots.open(profile, key));
    }

    @Test
    void nobodyElseMayRead() throws IOException {
        assumeTrue(Files.getFileStore(profile).supportsFileAttributeView("posix"));
        try (KvSnapshots all = open()) {
            keep(all, asked("q"), "x", data(1, KIB));
        }
        assertEquals("rw-------", rights(files().getFirst()));
        assertEquals("rwx------", rights(profile.resolve("cache").resolve("kv-snapshots")));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /// Nothing of lines, labels, data or kinds can be read, while it is written or afterwards; the
    /// control is a label in a file of another format.
    @Test
    void nothingReadableIsOnTheDisk() throws IOException {
        String secret = "the lighthouse keeper's secret";
        Model model = new Model("/models/secret-place", "secret-kind");
        byte[] data = secret.repeat(5000).getBytes(UTF_8);
        try (KvSnapshots all = open()) {
            SnapshotWriter writer =
                    all.keep(model, asked(secret), label(secret), data.length).orElseThrow();
            writer.write(ByteBuffer.wrap(data, 0, data.length / 2));
            assertEquals(List.of(), readable());
            writer.write(ByteBuffer.wrap(data, data.length / 2, data.length - data.length / 2));
            writer.finish();
        }
        assertEquals(List.of(), readable());
        Files.write(files().getFirst(), label(secret));
        assertEquals(List.of("lighthouse", "secret"), readable());
    }

    private List<String> readable() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            all.append(file)
                    .append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return Stream.of("lighthouse", "secret", "kind", "models")
                .filter(word -> all.indexOf(word) >= 0)
                .toList();
    }

    @Test
    void keysAreOf32Bytes() {
        assertThrows(IllegalArgumentException.class, () -> SnapshotKey.of(new byte[31]));
        assertFalse(SnapshotKey.of(new byte[32]).toString().contains("0"));
    }
}
