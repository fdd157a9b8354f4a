package nearside.storage.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The folder in which the backups of a profile lie, beside the second copies of its keys.
public record BackupFolder(Path path) {
    public static BackupFolder of(Path profile) {
        return new BackupFolder(profile.resolve("backups"));
    }

    /// All finished ones, what was changed last first.
    public List<BackupFile> all() {
        List<BackupFile> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, "*.db")) {
            for (Path entry : entries) {
                file(entry).ifPresent(files::add);
            }
        } catch (IOException none) {
            return List.of();
        }
        files.sort(Comparator.comparing(BackupFile::of).reversed());
        return files;
    }

    private static Optional<BackupFile> file(Path entry) throws IOException {
        Optional<BackupName> name = BackupName.of(entry.getFileName().toString());
        return name.isPresent() && Files.isRegularFile(entry)
                ? Optional.of(
                        new BackupFile(
                                entry,
                                name.get(),
                                Files.getLastModifiedTime(entry).toInstant(),
                                Files.size(entry)))
                : Optional.empty();
    }

    public Path file(BackupName name) {
        return path.resolve(name.fileName());
    }

    /// Deletes what a process left that was killed while it made a backup.
    public void removeUnfinished() throws IOException {
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, "*.db.new*")) {
                for (Path entry : entries) {
                    Files.deleteIfExists(entry);
                }
            }
        }
    }
}
