package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.storage.KvSnapshots.Asked;
import nearside.storage.KvSnapshots.Model;
import nearside.storage.vault.KeyRing;
import nearside.storage.vault.RootKey;
import nearside.storage.vault.Sealer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
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
    private static final String TALK = "talk";
    private static final String OTHER = "other talk";
    private static final int KIB = 1024;

    /// Where the name of the conversation stands in a file.
    private static final int NAME = 8 + 4 * 16;

    private static final int NAME_END = NAME + 16;

    @TempDir Path profile;
    @TempDir Path vault;
    private final RootKey root = RootKey.random();
    private Sealer sealer;

    @BeforeEach
    void openVault() throws IOException {
        sealer = sealer(root);
        sealer.begin(List.of(TALK, OTHER));
    }

    private Sealer sealer(RootKey of) throws IOException {
        return new Sealer(of, KeyRing.open(of, vault.resolve("keys"), vault.resolve("copy")));
    }

    @AfterEach
    void closeVault() throws IOException {
        sealer.close();
    }

    /// As a program that was just started does.
    private KvSnapshots open() {
        return within(KvSnapshots.MOST_BYTES);
    }

    private KvSnapshots within(long mostBytes) {
        KvSnapshots all = new KvSnapshots(profile, SnapshotKeys.of(sealer), mostBytes);
        all.prepare();
        return all;
    }

    private static List<byte[]> lines(String... lines) {
        return Stream.of(lines).map(line -> line.getBytes(UTF_8)).toList();
    }

    /// All lines, of which the last prompt had all.
    private static Asked asked(String... lines) {
        return askedIn(TALK, lines);
    }

    private static Asked askedIn(String conversation, String... lines) {
        return new Asked(conversation, lines(lines), List.of(lines.length));
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
        return labelsIn(TALK, all, lines);
    }

    private static List<String> labelsIn(String conversation, KvSnapshots all, String... lines) {
        return all.find(MODEL, conversation, lines(lines))
                .map(found ->
                        found.labels().stream().map(label -> new String(label, UTF_8)).toList())
                .orElse(List.of());
    }

    private Path folder() {
        return profile.resolve("cache").resolve("kv-snapshots");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }

    @Test
    void aConversationIsFoundByItsBeginningAfterARestart() {
        byte[] data = data(1, 200 * KIB);
        KvSnapshots all = open();
        keep(all, asked("system", "question"), "tokens", data);
        KvSnapshots next = open();
        assertEquals(List.of(), labels(next, "system"));
        assertEquals(List.of(), labels(next, "system", "other"));
        assertEquals(List.of("tokens"), labels(next, "system", "question"));
        SealedSnapshot found =
                next.find(MODEL, TALK, lines("system", "question", "answer", "next")).orElseThrow();
        assertArrayEquals(data, read(found).orElseThrow());
        assertTrue(found.isEnd());
    }

    @Test
    void aConversationGrowsByWhatIsNew() throws IOException {
        byte[] first = data(1, 100 * KIB);
        byte[] second = data(2, 10 * KIB);
        KvSnapshots all = open();
        keep(all, asked("q"), "one", first);
        byte[] before = Files.readAllBytes(files().getFirst());
        grow(all.find(MODEL, TALK, lines("q")).orElseThrow(), asked("q", "a", "r"), "two", second);
        byte[] after = Files.readAllBytes(files().getFirst());
        assertArrayEquals(before, Arrays.copyOf(after, before.length));
        assertTrue(after.length < before.length + 11 * KIB);
        KvSnapshots next = open();
        assertEquals(List.of("one", "two"), labels(next, "q", "a", "r", "b", "s"));
        SealedSnapshot edited = next.find(MODEL, TALK, lines("q", "a", "another")).orElseThrow();
        assertEquals(1, edited.labels().size(), "what followed is of another conversation");
        assertFalse(edited.isEnd());
        assertArrayEquals(first, read(edited).orElseThrow());
        assertThrows(
                IllegalStateException.class,
                () -> edited.grow(asked("q", "a", "another"), label("x"), 1));
    }

    @Test
    void severalPromptsMayLeadToOneSegment() {
        KvSnapshots all = open();
        Asked asked = new Asked(TALK, lines("q", "a", "r", "b", "s"), List.of(1, 3, 5));
        keep(all, asked, "all", data(1, KIB));
        for (String[] lines : new String[][] {{"q", "x"}, {"q", "a", "r", "x"}}) {
            assertEquals(List.of("all"), labels(all, lines));
        }
        assertEquals(List.of(), labels(all, "x", "a", "r"));
    }

    @Test
    void nothingThatIsUnfinishedStays() throws IOException {
        KvSnapshots all = open();
        SnapshotWriter left = all.keep(MODEL, asked("q"), label("x"), 1000).orElseThrow();
        left.write(ByteBuffer.allocate(500));
        assertEquals(1, files().size());
        left.close();
        assertEquals(List.of(), files());
        keep(all, asked("q"), "one", data(1, KIB));
        byte[] before = Files.readAllBytes(files().getFirst());
        SealedSnapshot found = all.find(MODEL, TALK, lines("q")).orElseThrow();
        SnapshotWriter more = found.grow(asked("q", "a", "r"), label("y"), 1000).orElseThrow();
        more.write(ByteBuffer.allocate(500));
        more.close();
        assertArrayEquals(before, Files.readAllBytes(files().getFirst()));
        assertEquals(List.of("one"), labels(all, "q", "a", "r"));
    }

    @Test
    void whatACrashLeftUnfinishedIsDeletedAtTheNextStart() throws IOException {
        KvSnapshots all = open();
        assertTrue(all.keep(MODEL, asked("q"), label("x"), 1000).isPresent());
        Path unfinished = files().getFirst();
        assertTrue(Files.size(unfinished) > 0);
        open();
        assertEquals(List.of(), files());
    }

    @Test
    void anotherProfilesFilesAreDeleted() throws IOException {
        keep(open(), asked("q"), "x", data(1, KIB));
        sealer.close();
        Files.delete(vault.resolve("keys"));
        Files.delete(vault.resolve("copy"));
        sealer = sealer(RootKey.random());
        sealer.begin(List.of(TALK));
        assertEquals(List.of(), labels(open(), "q"));
        assertEquals(List.of(), files());
    }

    @Test
    void aFileOfAnotherFormatIsDeleted() throws IOException {
        keep(open(), asked("q"), "x", data(1, KIB));
        Path file = files().getFirst();
        byte[] older = Files.readAllBytes(file);
        older[7]--;
        Files.write(file, older);
        assertEquals(List.of(), labels(open(), "q"));
        assertEquals(List.of(), files());
    }

    /// The same words in two conversations: each finds its own.
    @Test
    void anotherConversationsAreNotFound() throws IOException {
        KvSnapshots all = open();
        keep(all, asked("q"), "mine", data(1, KIB));
        assertEquals(List.of(), labelsIn(OTHER, all, "q"));
        keep(all, askedIn(OTHER, "q"), "other", data(2, KIB));
        for (KvSnapshots each : List.of(all, open())) {
            assertEquals(List.of("mine"), labels(each, "q"));
            assertEquals(List.of("other"), labelsIn(OTHER, each, "q"));
        }
        SealedSnapshot mine = all.find(MODEL, TALK, lines("q")).orElseThrow();
        assertThrows(
                IllegalArgumentException.class,
                () -> mine.grow(askedIn(OTHER, "q", "a", "r"), label("x"), 1));
    }

    /// The head's last name says of which conversation a file is; somebody who puts another there
    /// gains nothing.
    @Test
    void aFileThatBearsTheNameOfAnotherIsNotFoundThere() throws IOException {
        KvSnapshots all = open();
        keep(all, asked("q"), "mine", data(1, KIB));
        byte[] mine = Files.readAllBytes(files().getFirst());
        all.forget(List.of(TALK));
        keep(all, askedIn(OTHER, "q"), "other", data(2, KIB));
        Path file = files().getFirst();
        System.arraycopy(Files.readAllBytes(file), NAME, mine, NAME, NAME_END - NAME);
        Files.write(file, mine);
        KvSnapshots next = open();
        assertEquals(List.of(), labelsIn(OTHER, next, "q"));
        assertEquals(List.of(), labels(next, "q"));
    }

    @Test
    void ofAConversationWithoutAKeyNothingIsKept() {
        KvSnapshots all = open();
        assertEquals(Optional.empty(), all.keep(MODEL, askedIn("who", "q"), label("x"), KIB));
        assertEquals(List.of(), labelsIn("who", all, "q"));
        assertFalse(Files.exists(folder()), "not even a folder is made");
    }

    @Test
    void whatIsForgottenIsGoneAndTheRestStays() throws IOException {
        KvSnapshots all = open();
        keep(all, asked("q"), "mine", data(1, KIB));
        keep(all, asked("another way"), "mine too", data(2, KIB));
        keep(all, askedIn(OTHER, "q"), "other", data(3, KIB));
        sealer.destroy(List.of(TALK));
        all.forget(List.of(TALK));
        assertEquals(1, files().size());
        assertEquals(List.of(), labels(all, "q"));
        assertEquals(List.of("other"), labelsIn(OTHER, all, "q"));
        assertEquals(Files.size(files().getFirst()), all.bytes());
    }

    /// A crash after the key was destroyed, or a disk that refused: the next start deletes it. The
    /// control is the same start with the key.
    @Test
    void aFileWhoseConversationHasNoKeyIsDeletedAtTheNextStart() throws IOException {
        keep(open(), asked("q"), "mine", data(1, KIB));
        open();
        assertEquals(1, files().size());
        sealer.destroy(List.of(TALK));
        open();
        assertEquals(List.of(), files());
    }

    /// The key goes at any moment of writing: before it, between two pieces, before the end.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aKeyThatIsDestroyedWhileItIsWrittenLeavesNothing(int pieces) throws IOException {
        KvSnapshots all = open();
        SnapshotWriter fresh = all.keep(MODEL, asked("q"), label("x"), 3 * 100 * KIB).orElseThrow();
        assertEquals(pieces, written(fresh, pieces));
        sealer.destroy(List.of(TALK));
        all.forget(List.of(TALK));
        assertEquals(0, written(fresh, 3 - pieces));
        fresh.finish();
        assertEquals(List.of(), files());
        assertEquals(0, all.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aKeyThatIsDestroyedWhileAFileGrowsLeavesNothing(int pieces) throws IOException {
        KvSnapshots all = open();
        keep(all, asked("q"), "x", data(1, KIB));
        SnapshotWriter more =
                all.find(MODEL, TALK, lines("q"))
                        .orElseThrow()
                        .grow(asked("q", "a", "r"), label("y"), 3 * 100 * KIB)
                        .orElseThrow();
        assertEquals(pieces, written(more, pieces));
        sealer.destroy(List.of(TALK));
        all.forget(List.of(TALK));
        assertEquals(0, written(more, 3 - pieces));
        more.finish();
        assertEquals(List.of(), files());
        assertEquals(0, all.bytes());
    }

    private static int written(SnapshotWriter writer, int pieces) {
        int written = 0;
        for (int i = 0; i < pieces; i++) {
            written += writer.write(ByteBuffer.wrap(data(i, 100 * KIB))) ? 1 : 0;
        }
        return written;
    }

    /// As when a person locks the profile: the keys leave the memory, the files stay.
    @Test
    void aClosedVaultFindsAndKeepsNothing() throws IOException {
        KvSnapshots all = open();
        keep(all, asked("q"), "x", data(1, KIB));
        SnapshotWriter fresh = all.keep(MODEL, asked("r"), label("y"), KIB).orElseThrow();
        sealer.close();
        assertEquals(List.of(), labels(all, "q"));
        assertEquals(Optional.empty(), all.keep(MODEL, asked("s"), label("z"), KIB));
        assertFalse(fresh.write(ByteBuffer.wrap(data(2, KIB))));
        assertEquals(1, files().size());
        sealer = sealer(root);
        assertEquals(List.of("x"), labels(open(), "q"));
    }

    @Test
    void aDamagedOneIsDeletedWhenItIsRead() throws IOException {
        KvSnapshots all = open();
        keep(all, asked("q"), "x", data(1, 200 * KIB));
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100 * KIB] ^= 1;
        Files.write(file, bytes);
        SealedSnapshot found = all.find(MODEL, TALK, lines("q")).orElseThrow();
        assertEquals(Optional.empty(), read(found));
        assertEquals(List.of(), files());
        assertEquals(List.of(), labels(all, "q"));
    }

    @Test
    void whatAModelThatChangedLeftBehindIsDropped() throws IOException {
        KvSnapshots all = open();
        keep(all, asked("q"), "x", data(1, KIB));
        Model changed = new Model(MODEL.place(), "kind two");
        assertEquals(Optional.empty(), all.find(changed, TALK, lines("q")));
        all.dropOthers(new Model("/models/y", "kind two"));
        all.dropOthers(MODEL);
        assertEquals(List.of("x"), labels(all, "q"));
        all.dropOthers(changed);
        assertEquals(List.of(), labels(all, "q"));
        assertEquals(List.of(), files());
    }

    @Test
    void theLeastRecentlyUsedLeavesFirst() throws IOException {
        KvSnapshots all = within(250 * KIB);
        keep(all, asked("one"), "1", data(1, 100 * KIB));
        keep(all, asked("two"), "2", data(2, 100 * KIB));
        all.find(MODEL, TALK, lines("one"));
        keep(all, asked("three"), "3", data(3, 100 * KIB));
        assertEquals(List.of(), labels(all, "two"));
        assertEquals(List.of("1"), labels(all, "one"));
        assertTrue(all.bytes() <= 250 * KIB);
        assertEquals(Optional.empty(), all.keep(MODEL, asked("x"), label("4"), 300 * KIB));
        assertEquals(2, files().size(), "nothing leaves for what is too large in any case");
        grow(
                all.find(MODEL, TALK, lines("one")).orElseThrow(),
                asked("one", "a", "b"),
                "4",
                data(4, 100 * KIB));
        assertEquals(List.of(), labels(all, "three"));
        assertEquals(List.of("1", "4"), labels(all, "one", "a", "b"));
    }

    @Test
    void theOrderOfUseOutlivesARestart() throws IOException {
        KvSnapshots all = open();
        keep(all, asked("one"), "1", data(1, 100 * KIB));
        Files.setLastModifiedTime(files().getFirst(), FileTime.fromMillis(5_000));
        keep(all, asked("two"), "2", data(2, 100 * KIB));
        KvSnapshots next = within(250 * KIB);
        keep(next, asked("three"), "3", data(3, 100 * KIB));
        assertEquals(List.of(), labels(next, "one"));
        assertEquals(List.of("2"), labels(next, "two"));
    }

    @Test
    void whatIsInTheWayIsNoReasonToFail() throws IOException {
        Files.writeString(profile.resolve("cache"), "a file");
        assertEquals(Optional.empty(), open().keep(MODEL, asked("q"), label("x"), KIB));
        assertEquals(List.of(), labels(open(), "q"));
    }

    @Test
    void nobodyElseMayRead() throws IOException {
        assumeTrue(Files.getFileStore(profile).supportsFileAttributeView("posix"));
        KvSnapshots all = open();
        keep(all, asked("q"), "x", data(1, KIB));
        assertEquals("rw-------", rights(files().getFirst()));
        assertEquals("rwx------", rights(folder()));
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
        KvSnapshots all = open();
        SnapshotWriter writer =
                all.keep(model, asked(secret), label(secret), data.length).orElseThrow();
        writer.write(ByteBuffer.wrap(data, 0, data.length / 2));
        assertEquals(List.of(), readable());
        writer.write(ByteBuffer.wrap(data, data.length / 2, data.length - data.length / 2));
        writer.finish();
        assertEquals(List.of(), readable());
        Files.write(files().getFirst(), label(secret));
        assertEquals(List.of("lighthouse", "secret"), readable());
    }

    private List<String> readable() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            all.append(file).append(new String(Files.readAllBytes(file), ISO_8859_1));
        }
        return Stream.of("lighthouse", "secret", "kind", "models")
                .filter(word -> all.indexOf(word) >= 0)
                .toList();
    }

    /// The ring keeps the ids of conversations, the files no trace of them.
    @Test
    void noFileSaysOfWhichConversationItIs() throws IOException {
        keep(open(), asked("q"), "x", data(1, KIB));
        String bytes = new String(Files.readAllBytes(files().getFirst()), ISO_8859_1);
        assertFalse(bytes.contains(TALK));
        assertFalse(files().getFirst().getFileName().toString().contains(TALK));
        assertTrue(Files.readString(vault.resolve("keys"), ISO_8859_1).contains(TALK));
    }

    @Test
    void keysOfOneConversationAreOfNoOther() {
        KvSnapshots all = KvSnapshots.in(profile, SnapshotKeys.ofOne(TALK));
        keep(all, asked("q"), "x", data(1, KIB));
        assertEquals(List.of("x"), labels(all, "q"));
        assertEquals(Optional.empty(), all.keep(MODEL, askedIn(OTHER, "q"), label("x"), KIB));
        KvSnapshots another = KvSnapshots.in(profile, SnapshotKeys.ofOne(TALK));
        assertEquals(List.of(), labels(another, "q"));
        assertEquals("snapshot keys", SnapshotKeys.ofOne(TALK).toString());
    }
}
