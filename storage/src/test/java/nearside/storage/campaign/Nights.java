package nearside.storage.campaign;

import nearside.storage.backup.BackupFile;
import nearside.storage.backup.BackupFolder;
import nearside.storage.backup.BackupName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Makes the backups of a profile a day older, so that the next one is due.
final class Nights {
    private Nights() {}

    static void pass(Path profile) throws IOException {
        BackupFolder folder = BackupFolder.of(profile);
        List<BackupFile> oldestFirst =
                folder.all().stream().sorted(Comparator.comparing(BackupFile::path)).toList();
        for (BackupFile each : oldestFirst) {
            if (each.name() instanceof BackupName.Day(var date)) {
                BackupName before = new BackupName.Day(date.minusDays(1));
                Files.move(each.path(), folder.file(before));
            }
        }
    }
}
