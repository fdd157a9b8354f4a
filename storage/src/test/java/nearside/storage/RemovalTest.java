package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class RemovalTest {
    @TempDir Path folder;
    private ConversationId gone = new ConversationId("");
    private ConversationId stays = new ConversationId("");

    @BeforeEach
    void twoConversations() {
        try (Profile profile = Profile.open(folder)) {
            gone = profile.journal().begin(Optional.empty(), "To be forgotten").conversation();
            stays = profile.journal().begin(Optional.empty(), "To be kept").conversation();
        }
    }

    /// An old copy of the database has the rows, and nobody can read them any more.
    @Test
    void rowsInOldCopiesAreNoise() throws Exception {
        byte[] old = Files.readAllBytes(folder.resolve(Store.FILE));
        try (Profile profile = Profile.open(folder)) {
            profile.conversations().remove(List.of(gone));
            assertEquals(List.of(stays), ids(profile));
        }
        Files.write(folder.resolve(Store.FILE), old);
        try (Profile profile = Profile.open(folder)) {
            assertEquals(List.of(stays, gone), ids(profile), "the old rows are back");
            assertEquals(
                    List.of("To be kept", ""),
                    profile.conversations().list().stream().map(Conversation::title).toList());
            assertEquals(
                    new Message.Text(List.of(), 1),
                    profile.conversations().messages(gone).getFirst().body());
        }
    }

    /// The keys go first: a crash before the rows went leaves rows that nobody can read.
    @Test
    void whatACrashLeftIsRemovedAtTheNextStart() throws Exception {
        try (Profile profile = Profile.open(folder)) {
            profile.conversations().delete(gone);
        }
        byte[] old = Files.readAllBytes(folder.resolve(Store.FILE));
        try (Profile profile = Profile.open(folder)) {
            profile.conversations().remove(List.of(gone));
        }
        Files.write(folder.resolve(Store.FILE), old);
        assertEquals(2, Rows.count(folder, "conversation"));
        Profile.open(folder).close();
        assertEquals(1, Rows.count(folder, "conversation"));
    }

    @Test
    void removingWhatIsGoneIsHarmless() {
        try (Profile profile = Profile.open(folder)) {
            profile.conversations().remove(List.of(gone));
            profile.conversations().remove(List.of(gone, new ConversationId("never there")));
            profile.conversations().remove(List.of());
            assertEquals(List.of(stays), ids(profile));
            assertTrue(profile.conversations().find(stays).isPresent());
            assertFalse(profile.conversations().find(gone).isPresent());
        }
    }

    private static List<ConversationId> ids(Profile profile) {
        return profile.conversations().list().stream().map(Conversation::id).toList();
    }
}
