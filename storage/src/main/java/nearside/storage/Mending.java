package nearside.storage;

import nearside.storage.Merge.Merged;
import nearside.storage.backup.BackupFile;
import nearside.storage.backup.BackupFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Looks for texts that cannot be read any more, which SQLite's own check at the start does not
/// see, and brings them back from the backups that still have them, the newest first. Where more is
/// wrong than texts, the next start puts the database together anew.
record Mending(Path profile, Store store) {
    int run() {
        Merged merged = Merged.NOTHING;
        if (reads()) {
            return 0;
        }
        checkTables();
        for (BackupFile file : BackupFolder.of(profile).all()) {
            if (!reads() && OpenBackup.state(file, store.secrets().proof()) == Backup.State.SOUND) {
                merged = merged.plus(from(file));
            }
        }
        return merged.came() + merged.mended();
    }

    private Merged from(BackupFile file) {
        try (OpenBackup backup = OpenBackup.open(file)) {
            Restored restored = new Restoring(backup, store).run((_, _) -> true);
            return new Merged(restored.messages(), restored.mended());
        }
    }

    private void checkTables() {
        String finding = store.read(session -> session.pragma("integrity_check(1)"));
        if (!finding.equals("ok")) {
            try {
                new Aside(profile).demand();
            } catch (IOException refused) {
                throw new StorageException(Refusal.of(profile, refused), refused);
            }
            throw new StorageException(
                    new StorageFailure.Damaged(profile.resolve(Store.FILE), finding));
        }
    }

    /// Whether all texts and titles of conversations that have a key can be read.
    private boolean reads() {
        List<TableRow> conversations =
                store.read(session ->
                        session.rows("SELECT seq, id, title FROM conversation", TableRow::of));
        return conversations.stream()
                .filter(row -> store.contents().knows(row.text("id")))
                .allMatch(row ->
                        store.read(session -> new Legible(session, store.contents()).reads(row)));
    }
}
