package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DraftFilesTest {
    private static final byte[] NOTES = "One, two, three.".getBytes(UTF_8);
    private static final Optional<ConversationId> NOT_BEGUN = Optional.empty();

    @TempDir Path folder;
    private Profile profile;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private DraftFiles files() {
        return profile.drafts().files();
    }

    private void again() {
        profile.close();
        profile = Profile.open(folder);
    }

    private byte[] read(AttachmentId id) {
        return profile.attachments().bytes(id).orElseThrow();
    }

    @Test
    void whatWaitsIsThereAfterARestart() {
        Attachment notes = files().add(NOT_BEGUN, "notes.txt", NOTES);
        again();
        assertEquals(List.of(notes), files().of(NOT_BEGUN));
        assertEquals(new Attachment(notes.id(), "notes.txt", NOTES.length), notes);
        assertArrayEquals(NOTES, read(notes.id()));
    }

    @Test
    void whatIsRemovedIsGone() {
        Attachment notes = files().add(NOT_BEGUN, "notes.txt", NOTES);
        files().remove(notes.id());
        assertEquals(List.of(), files().of(NOT_BEGUN));
        assertEquals(Optional.empty(), profile.attachments().bytes(notes.id()));
    }

    @Test
    void whatIsTooLargeIsRefusedInWords() {
        byte[] large = new byte[DraftFiles.MOST_BYTES + 1];
        assertEquals(
                "At most 16777216 bytes expected, found 16777217",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> files().add(NOT_BEGUN, "large.txt", large))
                        .getMessage());
    }

    @Test
    void withItsQuestionItWaitsNoMore() {
        Attachment notes = files().add(NOT_BEGUN, "notes.txt", NOTES);
        Journal.Begun begun =
                profile.journal()
                        .begin(NOT_BEGUN, Optional.empty(), "What is it?", List.of(notes.id()));
        again();
        assertEquals(List.of(), files().of(NOT_BEGUN));
        List<Attachment> attached = profile.attachments().of(begun.question());
        assertEquals(List.of(notes), attached, "the window knows it by its id");
        assertArrayEquals(NOTES, read(attached.getFirst().id()));
        assertEquals(
                Map.of(begun.question(), attached), profile.attachments().in(begun.conversation()));
    }

    @Test
    void aQuestionWrittenAnewTakesWhatTheOldOneHad() {
        Attachment notes = files().add(NOT_BEGUN, "notes.txt", NOTES);
        Journal.Begun first =
                profile.journal()
                        .begin(NOT_BEGUN, Optional.empty(), "What is it?", List.of(notes.id()));
        List<Attachment> before = profile.attachments().of(first.question());
        Journal.Begun second =
                profile.journal()
                        .beginBeside(
                                first.conversation(),
                                first.question(),
                                "What is this?",
                                List.of(before.getFirst().id()));
        assertEquals(before, profile.attachments().of(first.question()));
        Attachment copy = profile.attachments().of(second.question()).getFirst();
        assertFalse(before.contains(copy));
        assertArrayEquals(NOTES, read(copy.id()));
    }

    @Test
    void whatWaitsForTheNextQuestionOfANewConversationBelongsToIt() {
        Attachment notes = files().add(NOT_BEGUN, "notes.txt", NOTES);
        ConversationId begun = profile.journal().begin(NOT_BEGUN, "Hello").conversation();
        files().begun(begun);
        again();
        assertEquals(List.of(), files().of(NOT_BEGUN));
        assertEquals(List.of(notes), files().of(Optional.of(begun)));
        assertArrayEquals(NOTES, read(notes.id()));
    }

    @Test
    void itGoesWithItsConversation() {
        ConversationId begun = profile.journal().begin(NOT_BEGUN, "Hello").conversation();
        Attachment notes = files().add(Optional.of(begun), "notes.txt", NOTES);
        profile.conversations().delete(begun);
        profile.conversations().remove(List.of(begun));
        assertEquals(Optional.empty(), profile.attachments().bytes(notes.id()));
        assertEquals(List.of(), files().of(Optional.of(begun)));
    }

    @Test
    void noWordOfItLiesOpen() throws IOException {
        files().add(NOT_BEGUN, "canary-name.txt", "canary-text".getBytes(UTF_8));
        profile.close();
        String whole =
                new String(
                        Files.readAllBytes(folder.resolve("nearside.db")),
                        StandardCharsets.ISO_8859_1);
        assertTrue(whole.contains("draft_file"));
        assertFalse(whole.contains("canary"));
        profile = Profile.open(folder);
    }
}
