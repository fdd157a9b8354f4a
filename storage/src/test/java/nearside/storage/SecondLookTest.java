package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Recovered.Cause;
import nearside.storage.backup.BackupFile;
import nearside.storage.backup.BackupFolder;
import nearside.storage.salvage.PageMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// What SQLite takes for sound and is not.
final class SecondLookTest extends TwentyConversations {
    /// SQLite takes a database whose log was removed for sound: it is, and lacks what came last.
    @Test
    void aRemovedLogCostsNothingThatABackupHas(@TempDir Path copy) throws Exception {
        try (Profile profile = Profile.open(folder)) {
            DamageSubject.copy(folder, copy);
            ask(profile, "One more");
            ConversationId gone = profile.journal().begin(Optional.empty(), "Away").conversation();
            assertTrue(profile.backups().keep() instanceof Backups.Outcome.Kept);
            profile.conversations().delete(gone);
            profile.conversations().remove(List.of(gone));
            remember(profile);
        }
        goBackTo(copy);

        try (Profile profile = Profile.open(folder)) {
            assertEquals(before, all(profile));
            assertEquals(Cause.WENT_BACK, profile.recovered().orElseThrow().cause());
            assertEquals(12, profile.recovered().orElseThrow().found().fromBackup());
        }
        assertSound();
    }

    /// The backups say that they are newer, and cannot be read.
    @Test
    void aDatabaseThatNoBackupCanBringForwardIsPutTogetherOnce(@TempDir Path copy)
            throws Exception {
        try (Profile profile = Profile.open(folder)) {
            DamageSubject.copy(folder, copy);
            ask(profile, "One more");
            assertTrue(profile.backups().keep() instanceof Backups.Outcome.Kept);
        }
        for (BackupFile backup : BackupFolder.of(folder).all()) {
            for (PageMap.Placed message : PageMap.of(backup.path(), Shapes.MESSAGE)) {
                zero(backup.path(), message.spots().iterator().next().from() / PAGE + 1);
            }
        }
        goBackTo(copy);

        try (Profile profile = Profile.open(folder)) {
            assertEquals(before, all(profile));
            assertEquals(Cause.WENT_BACK, profile.recovered().orElseThrow().cause());
        }
        assertSound();
    }

    /// The check of SQLite does not look into texts, and an id is one.
    @Test
    void aConversationWhoseIdIsDamagedIsKnownByItsTexts() throws Exception {
        ConversationId damaged = before.keySet().iterator().next();
        damageId(damaged);
        try (Profile profile = Profile.open(folder)) {
            assertEquals(Cause.DAMAGED, profile.recovered().orElseThrow().cause());
            assertEquals(before.get(damaged), profile.conversations().messages(damaged));
            assertEquals(20, all(profile).size());
        }
    }

    /// In the trash it looks like one whose removal was cut.
    @Test
    void aDeletedConversationWhoseIdIsDamagedIsNotRemoved() throws Exception {
        ConversationId damaged = before.keySet().iterator().next();
        try (Profile profile = Profile.open(folder)) {
            profile.conversations().delete(damaged);
        }
        damageId(damaged);
        try (Profile profile = Profile.open(folder)) {
            assertEquals(before.get(damaged), profile.conversations().messages(damaged));
        }
    }

    /// A removal that was cut leaves a row without a key, and a begin that was cut a key without a
    /// row.
    @Test
    void whatTwoCrashesLeftIsNoDamage() throws Exception {
        ConversationId removed = before.keySet().iterator().next();
        try (Profile profile = Profile.open(folder)) {
            profile.conversations().delete(removed);
        }
        try (Store store = DamageSubject.store(folder)) {
            store.secrets().destroyKeys(List.of(removed.value()));
            store.secrets().makeKeys(List.of("never begun"));
        }
        before.remove(removed);
        try (Profile profile = Profile.open(folder)) {
            assertEquals(Optional.empty(), profile.recovered());
            assertEquals(before.keySet(), all(profile).keySet());
        }
    }

    /// Puts an older file in the place of the database, without a log.
    private void goBackTo(Path older) throws IOException {
        Files.copy(older.resolve(Store.FILE), file(), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(log());
    }

    private void damageId(ConversationId id) throws Exception {
        String changed = id.value().substring(0, 29) + 'x' + id.value().substring(30);
        Rows.run(
                folder,
                "UPDATE conversation SET id = '%s' WHERE id = '%s'".formatted(changed, id.value()));
    }
}
