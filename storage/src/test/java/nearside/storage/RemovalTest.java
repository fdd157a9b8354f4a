package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// By hand, or by the rule at a start; what is kept of the other conversation stays.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAModelReadGoesAlong(boolean byHand) {
        try (Profile profile = Profile.open(folder)) {
            keep(profile, gone);
            keep(profile, stays);
            profile.conversations().delete(gone);
            if (byHand) {
                profile.conversations().remove(List.of(gone));
                assertEquals(List.of(false, true), kept(profile));
            } else {
                assertEquals(List.of(true, true), kept(profile), "it can be brought back");
            }
        }
        Instant later = Instant.now().plus(Duration.ofDays(31));
        try (Profile profile =
                Profile.open(folder, Optional.empty(), new Unlock.Usual(), () -> later)) {
            assertEquals(List.of(false, true), kept(profile));
        }
    }

    @Test
    void aClosedProfileFindsNothingOfWhatAModelRead() {
        Profile profile = Profile.open(folder);
        keep(profile, stays);
        assertEquals(List.of(false, true), kept(profile));
        profile.close();
        assertEquals(List.of(false, false), kept(profile));
    }

    private static final KvSnapshots.Model MODEL = new KvSnapshots.Model("place", "kind");
    private static final List<byte[]> LINES = List.of(new byte[] {1});

    private static void keep(Profile profile, ConversationId id) {
        KvSnapshots.Asked asked = new KvSnapshots.Asked(id.value(), LINES, List.of(1));
        SnapshotWriter writer =
                profile.snapshots().keep(MODEL, asked, new byte[1], 9).orElseThrow();
        assertTrue(writer.write(ByteBuffer.allocate(9)));
        writer.finish();
    }

    private List<Boolean> kept(Profile profile) {
        return Stream.of(gone, stays)
                .map(id -> profile.snapshots().find(MODEL, id.value(), LINES).isPresent())
                .toList();
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
