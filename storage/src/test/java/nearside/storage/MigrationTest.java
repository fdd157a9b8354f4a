package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A file of the first released schema, whose content was plain, becomes a sealed one.
class MigrationTest {
    @TempDir Path folder;

    @BeforeEach
    void releasedFile() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(
                        MigrationTest.class.getResourceAsStream("database/released-1.sql"))) {
            Rows.run(folder, new String(in.readAllBytes(), UTF_8));
        }
    }

    @Test
    void everyWordIsThereAndNoneIsPlain() throws Exception {
        assertTrue(plain("Because of scattering.") > 0);
        try (Profile profile = Profile.open(folder)) {
            Conversation conversation = profile.conversations().list().getFirst();
            assertEquals("Why is the sky blue?", conversation.title());
            List<Message> messages = profile.conversations().messages(conversation.id());
            assertEquals(
                    List.of("Why is the sky blue?", "Because of scattering."),
                    messages.stream().map(Message::text).toList());
            assertEquals(Optional.of("{\"reason\":\"FITS\"}"), messages.getLast().decision());
            assertEquals("And at night", profile.drafts().of(Optional.empty()));
            assertEquals(0, plain("Because of scattering."));
            assertEquals(0, plain("And at night"));
            assertEquals(0, plain("Why is the sky blue?"));
        }
        assertEquals(0, plain("Because of scattering."));
        assertFalse(Files.exists(copy()), "a copy with plain text in it");
    }

    @Test
    void anInterruptedMigrationIsDoneAtTheNextStart() throws Exception {
        Rows.run(folder, "CREATE TABLE vault (one)");
        assertThrows(StorageException.class, () -> Profile.open(folder));
        assertEquals("1", Rows.first(folder, "PRAGMA user_version"));
        assertEquals("And at night", Rows.first(folder, "SELECT text FROM draft"));
        assertTrue(Files.exists(copy()), "the copy stays until the rows are sealed");
        Rows.run(folder, "DROP TABLE vault");
        try (Profile profile = Profile.open(folder)) {
            assertEquals("And at night", profile.drafts().of(Optional.empty()));
        }
        assertFalse(Files.exists(copy()));
    }

    @Test
    void aSealedFileOfTheSecondVersionGoesOn() throws Exception {
        Profile.open(folder).close();
        Rows.run(
                folder,
                """
                DROP TABLE draft_file;
                DROP TABLE template;
                ALTER TABLE conversation DROP COLUMN setup;
                ALTER TABLE conversation DROP COLUMN archived_ns;
                DROP INDEX message_removed;
                ALTER TABLE message DROP COLUMN removed_ns;
                DROP INDEX message_pinned;
                ALTER TABLE message DROP COLUMN pinned_ns;
                PRAGMA user_version = 2
                """);
        try (Profile profile = Profile.open(folder)) {
            assertEquals("And at night", profile.drafts().of(Optional.empty()));
            Attachment notes =
                    profile.drafts().files().add(Optional.empty(), "n.txt", new byte[] {'n'});
            assertEquals(List.of(notes), profile.drafts().files().of(Optional.empty()));
        }
        assertTrue(Files.exists(folder.resolve("backups").resolve("before-version-3.db")));
    }

    @Test
    void aFileOfTheThirdVersionGoesOn() throws Exception {
        Profile.open(folder).close();
        Rows.run(
                folder,
                "DROP INDEX message_pinned; ALTER TABLE message DROP COLUMN pinned_ns;"
                        + " PRAGMA user_version = 3");
        try (Profile profile = Profile.open(folder)) {
            ConversationId id = profile.conversations().list().getFirst().id();
            MessageId first = profile.conversations().messages(id).getFirst().id();
            assertEquals(Set.of(), profile.conversations().pinned(id));
            profile.conversations().pin(first);
            assertEquals(Set.of(first), profile.conversations().pinned(id));
        }
        assertTrue(Files.exists(folder.resolve("backups").resolve("before-version-4.db")));
    }

    private Path copy() {
        return folder.resolve("backups").resolve("before-version-2.db");
    }

    private int plain(String text) throws Exception {
        int hits = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hits += Rows.indexOf(file, text) >= 0 ? 1 : 0;
            }
        }
        return hits;
    }
}
