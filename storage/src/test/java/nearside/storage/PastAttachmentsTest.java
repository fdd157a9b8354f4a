package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastEntry;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastSource;
import nearside.storage.past.PastTally;
import nearside.storage.past.PastWhere;
import nearside.storage.past.page.PastJson;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Attachments that are taken away and brought in.
class PastAttachmentsTest {
    private static final int BLOCK = 1 << 20;
    private static final Past.Watch ON = _ -> Next.GO_ON;
    private static final List<String> NAMES =
            List.of(
                    "a.txt",
                    "",
                    "../../etc/passwd",
                    "Überraschung 日本.pdf",
                    "a\u0000\n\"\\b",
                    "\uD83D\uDE00");

    @TempDir Path room;
    private Profile here;
    private Profile there;
    private Journal.Begun begun;

    @BeforeEach
    void open() {
        here = Profile.open(room.resolve("here"));
        there = Profile.open(room.resolve("there"));
        begun = here.journal().begin(Optional.empty(), "Look at these.");
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private PastConversation taken() {
        return here.past().find(begun.conversation()).orElseThrow();
    }

    private Path written() throws IOException {
        Path file = Files.createTempFile(room, "export", ".json");
        try (Writer out = Files.newBufferedWriter(file);
                PastJson json = new PastJson(out)) {
            json.write(taken());
        }
        return file;
    }

    private PastTally bringIn(Path file) {
        return there.past().bringIn(List.of(file), ON);
    }

    private List<Attachment> brought() {
        return there.attachments().of(begun.question());
    }

    private void damage(String sql) throws Exception {
        here.close();
        Rows.run(room.resolve("here"), sql);
        here = Profile.open(room.resolve("here"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7})
    void whatWasAttachedComesInElsewhereByteByByte(int count) throws Exception {
        Attachment added = here.attachments().add(begun.question(), "ä.bin", bytes(count));
        assertEquals(0, bringIn(written()).refused());
        assertEquals(List.of(added), brought());
        there.close();
        there = Profile.open(room.resolve("there"));
        assertArrayEquals(bytes(count), there.attachments().bytes(added.id()).orElseThrow());
        assertEquals(taken(), there.past().find(begun.conversation()).orElseThrow());
    }

    @Test
    void namesAndTheirOrderAndTheirMessagesStay() throws Exception {
        for (String name : NAMES) {
            here.attachments().add(begun.question(), name, bytes(10));
        }
        here.attachments().add(begun.reply(), "r", bytes(5));
        bringIn(written());
        assertEquals(NAMES, brought().stream().map(Attachment::name).toList());
        assertEquals(here.attachments().of(begun.reply()), there.attachments().of(begun.reply()));
    }

    @Test
    void broughtInAgainNothingIsThereTwice() throws Exception {
        here.attachments().add(begun.question(), "a", bytes(5));
        Path file = written();
        bringIn(file);
        PastTally again = bringIn(file);
        assertEquals(new PastTally.Conversations(0, 0, 0, 1), again.conversations());
        assertEquals(1, brought().size());
        there.close();
        assertEquals(1, Rows.count(room.resolve("there"), "attachment_block"));
        there = Profile.open(room.resolve("there"));
    }

    @Test
    void oneThatCameLaterIsAddedToTheMessageThatIsHere() throws Exception {
        bringIn(written());
        Attachment added = here.attachments().add(begun.question(), "late", bytes(5));
        Path file = written();
        assertEquals(
                new PastTally.Conversations(0, 1, 0, 0),
                there.past().preview(List.of(file), ON).conversations());
        PastTally grown = bringIn(file);
        assertEquals(new PastTally.Conversations(0, 1, 0, 0), grown.conversations());
        assertEquals(new PastTally.Messages(0, 2, 0), grown.messages());
        assertEquals(List.of(added), brought());
    }

    @Test
    void oneThatWasAttachedHereStays() throws Exception {
        bringIn(written());
        Attachment mine = there.attachments().add(begun.question(), "mine", bytes(5));
        Attachment other = here.attachments().add(begun.question(), "other", bytes(6));
        bringIn(written());
        assertEquals(List.of(mine, other), brought());
    }

    @Test
    void aConversationThatWasRemovedForGoodComesBackWithThem() throws Exception {
        Attachment added = here.attachments().add(begun.question(), "a", bytes(2 * BLOCK));
        Path file = written();
        bringIn(file);
        there.conversations().remove(List.of(begun.conversation()));
        assertEquals(Optional.empty(), there.attachments().bytes(added.id()));
        assertEquals(new PastTally.Conversations(1, 0, 0, 0), bringIn(file).conversations());
        assertArrayEquals(bytes(2 * BLOCK), there.attachments().bytes(added.id()).orElseThrow());
    }

    /// A crash between the key and the rows of a removal leaves rows that are noise.
    @Test
    void rowsWithoutAKeyAreReplaced() throws Exception {
        Attachment added = here.attachments().add(begun.question(), "a", bytes(BLOCK + 1));
        Path file = written();
        bringIn(file);
        there.close();
        Path database = room.resolve("there").resolve(Store.FILE);
        byte[] rows = Files.readAllBytes(database);
        there = Profile.open(room.resolve("there"));
        there.conversations().remove(List.of(begun.conversation()));
        there.close();
        Files.write(database, rows);
        there = Profile.open(room.resolve("there"));
        assertEquals(Optional.empty(), there.attachments().bytes(added.id()));
        assertEquals(new PastTally.Conversations(1, 0, 0, 0), bringIn(file).conversations());
        assertEquals(List.of(added), brought());
        assertArrayEquals(bytes(BLOCK + 1), there.attachments().bytes(added.id()).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM attachment_block WHERE ordinal = 1",
                "UPDATE attachment_block SET bytes = zeroblob(length(bytes)) WHERE ordinal = 2",
                "UPDATE attachment SET size = size - 1 WHERE size > 100",
            })
    void oneThatCannotBeReadIsNamedWithoutItsBytesAndTheOthersStay(String damage) throws Exception {
        Attachment lost = here.attachments().add(begun.question(), "lost", bytes(3 * BLOCK));
        Attachment sound = here.attachments().add(begun.question(), "sound", bytes(9));
        damage(damage);
        List<PastAttachment> taken = taken().messages().getFirst().attachments();
        assertEquals(List.of("lost", "sound"), taken.stream().map(PastAttachment::name).toList());
        assertEquals(Optional.empty(), taken.getFirst().bytes());

        PastTally tally = bringIn(written());

        PastRefusal.Wrong wrong =
                assertInstanceOf(PastRefusal.Wrong.class, tally.refusals().getFirst());
        assertEquals(Optional.of("lost"), wrong.where().attachment());
        assertEquals(
                new PastRefusal.Wrong(
                        wrong.where(), "bytes", PastRefusal.Kind.LIST, PastRefusal.Kind.NOTHING),
                wrong);
        assertEquals(List.of(sound), brought());
        assertEquals(Optional.empty(), there.attachments().bytes(lost.id()));
    }

    @Test
    void aNameThatCannotBeReadIsAMark() throws Exception {
        here.attachments().add(begun.question(), "a", bytes(5));
        damage("UPDATE attachment SET name = zeroblob(40)");
        assertEquals("\uFFFD", taken().messages().getFirst().attachments().getFirst().name());
        bringIn(written());
        assertEquals("\uFFFD", brought().getFirst().name());
    }

    @Test
    void bytesThatGoWhileTheyAreWrittenEndTheFile() throws Exception {
        here.attachments().add(begun.question(), "a", bytes(3 * BLOCK));
        PastAttachment file = taken().messages().getFirst().attachments().getFirst();
        try (InputStream in = file.bytes().orElseThrow().open()) {
            assertEquals(BLOCK, in.readNBytes(BLOCK).length);
            here.conversations().remove(List.of(begun.conversation()));
            assertThrows(IOException.class, in::readAllBytes);
        }
    }

    /// All of a conversation is one commit, its attachments too.
    @Test
    void aConversationWhoseBytesFailHalfWayIsNotThereAtAll() throws Exception {
        Attachment added = here.attachments().add(begun.question(), "a", bytes(BLOCK + 1));
        PastConversation sound = taken();
        there.close();
        Path folder = room.resolve("there");
        try (Store store =
                Store.open(
                        folder,
                        Secrets.open(folder, Optional.empty(), new Unlock.Usual()),
                        Instant.EPOCH)) {
            Bringing bringing = new Bringing(store, new TimeOrderedIds(InstantSource.system()));
            assertThrows(UncheckedIOException.class, () -> bringing.bring(found(cut(sound))));
            int rows =
                    store.read(session ->
                                    session.row(
                                            """
                                            SELECT (SELECT count(*) FROM conversation)
                                                + (SELECT count(*) FROM message)
                                                + (SELECT count(*) FROM attachment)
                                                + (SELECT count(*) FROM attachment_block)
                                            """,
                                            row -> row.getInt(1)))
                            .orElseThrow();
            assertEquals(0, rows);
            assertInstanceOf(Bringing.Done.class, bringing.bring(found(sound)));
        }
        there = Profile.open(folder);
        assertArrayEquals(bytes(BLOCK + 1), there.attachments().bytes(added.id()).orElseThrow());
    }

    private static PastEntry.Found found(PastConversation conversation) {
        return new PastEntry.Found(
                PastSource.NEARSIDE, PastWhere.of("x.json").conversation(1), conversation);
    }

    /// The same, but its attachment ends after the first block.
    private static PastConversation cut(PastConversation sound) {
        PastMessage question = sound.messages().getFirst();
        PastAttachment whole = question.attachments().getFirst();
        PastBytes cut =
                new PastBytes(
                        whole.size(),
                        () ->
                                new SequenceInputStream(
                                        new ByteArrayInputStream(bytes(BLOCK)), failing()));
        return sound.with(
                List.of(
                        question.with(List.of(PastAttachment.of(whole.id(), "a", cut))),
                        sound.messages().getLast()));
    }

    private static InputStream failing() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        return closed;
    }

    @Test
    void oneThatBelongsToAnotherConversationIsRefused() throws Exception {
        here.attachments().add(begun.question(), "a", bytes(5));
        Path file = written();
        bringIn(file);
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.replace(begun.conversation().value(), "00000000-0000-4000-8000-000000000001")
                        .replace(begun.question().value(), "00000000-0000-4000-8000-000000000002")
                        .replace(begun.reply().value(), "00000000-0000-4000-8000-000000000003"));
        PastTally tally = bringIn(file);
        PastRefusal refusal = tally.refusals().getFirst();
        assertInstanceOf(PastRefusal.Taken.class, refusal);
        assertEquals(Optional.of("a"), refusal.where().attachment());
        assertEquals(1, there.conversations().list().size());
    }

    @Test
    void bytesThatAreNoBase64AreLeftOutAndTheConversationComes() throws Exception {
        here.attachments().add(begun.question(), "a", new byte[3]);
        Path file = written();
        Files.writeString(file, Files.readString(file).replace("\"AAAA\"", "\"AA%A\""));
        PastTally tally = bringIn(file);
        assertEquals(1, tally.refused());
        assertEquals(new PastTally.Conversations(1, 0, 0, 0), tally.conversations());
        assertEquals(List.of(), brought());
    }
}
