package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.KvSnapshots.Asked;
import nearside.storage.KvSnapshots.Model;
import nearside.storage.vault.RootKey;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class KvSnapshotsTest extends SnapshotsOnDisk {
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
}
