package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is found in a database that somebody changed by hand: nothing is read that was not written
/// so, and the rest stays.
class SealedRowsTest {
    @TempDir Path folder;
    private List<Journal.Begun> begun = List.of();

    @BeforeEach
    void twoConversations() {
        try (Profile profile = Profile.open(folder)) {
            begun = List.of(answered(profile, "First?"), answered(profile, "Second?"));
        }
    }

    private static Journal.Begun answered(Profile profile, String question) {
        Journal.Begun ids = profile.journal().begin(Optional.empty(), question);
        profile.journal().append(ids.reply(), new Segment(Source.HERE, "Here. "));
        profile.journal().append(ids.reply(), new Segment(Source.BORROWED, "There."));
        profile.journal().finish(ids.reply(), State.DONE, Optional.empty());
        profile.journal().decided(ids.reply(), "{\"reason\":\"FITS\"}");
        return ids;
    }

    private List<String> titles() {
        try (Profile profile = Profile.open(folder)) {
            return profile.conversations().list().stream().map(Conversation::title).toList();
        }
    }

    private List<Message> messages(int conversation) {
        try (Profile profile = Profile.open(folder)) {
            return profile.conversations().messages(begun.get(conversation).conversation());
        }
    }

    private Message reply() {
        return messages(0).getLast();
    }

    @Test
    void everyValueIsSealed() throws Exception {
        for (String column : List.of("conversation.title", "message.decision", "segment.text")) {
            String table = column.substring(0, column.indexOf('.'));
            assertEquals(
                    "0",
                    Rows.first(
                            folder,
                            "SELECT count(*) FROM %s WHERE typeof(%s) NOT IN ('blob', 'null')"
                                    .formatted(table, column)));
        }
        assertEquals(-1, Rows.indexOf(folder.resolve(Store.FILE), "First?"));
    }

    @Test
    void aTitleOfAnotherConversationIsNotRead() throws Exception {
        Rows.run(
                folder,
                "UPDATE conversation SET title = (SELECT title FROM conversation WHERE seq = 2)");
        assertEquals(List.of("Second?", ""), titles());
    }

    @Test
    void textOfAnotherRowIsCountedAsUnreadable() throws Exception {
        Rows.run(
                folder,
                """
                UPDATE segment SET text = (SELECT text FROM segment WHERE message = 4 AND ordinal = 0)
                WHERE message = 2 AND ordinal = 0
                """);
        assertEquals(
                new Message.Text(List.of(new Segment(Source.BORROWED, "There.")), 1),
                reply().body());
        assertEquals("Here. There.", messages(1).getLast().text());
    }

    @Test
    void whatWasWrittenHereCannotBeMadeToLookBorrowed() throws Exception {
        Rows.run(folder, "UPDATE segment SET source = 'BORROWED' WHERE message = 2");
        assertEquals(1, reply().body().unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'plain text'", "zeroblob(100)", "x''", "7"})
    void whatWasNeverSealedIsNotRead(String value) throws Exception {
        Rows.run(folder, "UPDATE segment SET text = " + value + " WHERE message = 2");
        Rows.run(folder, "UPDATE message SET decision = " + value);
        Rows.run(folder, "UPDATE conversation SET title = " + value);
        assertEquals(new Message.Text(List.of(), 2), reply().body());
        assertEquals(Optional.empty(), reply().decision());
        assertEquals(List.of("", ""), titles());
        assertEquals("First?", messages(0).getFirst().text());
    }

    /// Nothing that cannot be read is overwritten: another program, or a mended key, may read it.
    @Test
    void anUnreadablePieceStaysWhereItIs() throws Exception {
        try (Profile profile = Profile.open(folder)) {
            profile.journal().resume(begun.getFirst().reply());
            profile.journal().append(begun.getFirst().reply(), new Segment(Source.HERE, "lost "));
        }
        // The piece became a segment at once at the next start; a new one is damaged before that.
        try (Profile profile = Profile.open(folder)) {
            profile.journal().resume(begun.getFirst().reply());
            profile.journal()
                    .append(begun.getFirst().reply(), new Segment(Source.HERE, "damaged "));
        }
        Rows.run(folder, "UPDATE piece SET text = zeroblob(60)");
        assertEquals(
                new Message.Text(
                        List.of(
                                new Segment(Source.HERE, "Here. "),
                                new Segment(Source.BORROWED, "There."),
                                new Segment(Source.HERE, "lost ")),
                        1),
                reply().body());
        assertEquals(1, Rows.count(folder, "piece"));
    }

    @Test
    void aDatabaseOfAnotherVaultIsSaid() throws Exception {
        Rows.run(folder, "UPDATE vault SET proof = '00'");
        assertEquals(new StorageFailure.Locked(folder, Lock.KEY_FOREIGN), failure());
    }

    @Test
    void aVaultThatIsGoneIsNeverMadeAnew() throws Exception {
        byte[] key = Files.readAllBytes(folder.resolve("key"));
        byte[] record = Files.readAllBytes(folder.resolve("vault.json"));
        Files.delete(folder.resolve("key"));
        assertEquals(new StorageFailure.Locked(folder, Lock.KEY_ABSENT), failure());
        Files.delete(folder.resolve("vault.json"));
        Files.delete(folder.resolve("backups").resolve("vault.json"));
        assertEquals(new StorageFailure.Locked(folder, Lock.RECORD_LOST), failure());
        Files.write(folder.resolve("key"), key);
        Files.write(folder.resolve("vault.json"), record);
        assertEquals(List.of("Second?", "First?"), titles());
    }

    private StorageFailure failure() {
        return assertThrows(StorageException.class, () -> Profile.open(folder)).failure();
    }
}
