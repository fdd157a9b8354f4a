package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.storage.KvSnapshots.Model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who has no key finds nothing and reads nothing.
class SnapshotSecrecyTest extends SnapshotsOnDisk {
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
