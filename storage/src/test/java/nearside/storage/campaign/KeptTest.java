package nearside.storage.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Profile;
import nearside.storage.backup.BackupFile;
import nearside.storage.backup.BackupFolder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the kill campaign says of backups can fail.
class KeptTest {
    @TempDir Path folder;
    private Book book = Book.EMPTY;

    @BeforeEach
    void keep() throws IOException {
        try (Profile profile = Profile.open(folder)) {
            Hand hand = new Hand(profile);
            for (Step step : List.of(new Step.Begin(Optional.empty(), 1), new Step.Keep())) {
                book = book.after(step, hand.make(step));
            }
            assertEquals(Optional.empty(), Kept.check(profile, book));
        }
    }

    @Test
    void whatABackupHoldsComesBack() throws IOException {
        Files.delete(folder.resolve("nearside.db"));
        assertEquals(List.of(), Kept.missing(folder, book));
    }

    @Test
    void withoutTheBackupsItIsMissed() throws IOException {
        Files.delete(folder.resolve("nearside.db"));
        for (BackupFile file : BackupFolder.of(folder).all()) {
            Files.delete(file.path());
        }
        assertFalse(Kept.missing(folder, book).isEmpty());
        try (Profile profile = Profile.open(folder)) {
            assertTrue(Kept.check(profile, book).isPresent());
        }
    }

    @Test
    void aBackupThatIsNotWholeIsSeen() throws IOException {
        Path day = BackupFolder.of(folder).all().getFirst().path();
        try (RandomAccessFile file = new RandomAccessFile(day.toFile(), "rw")) {
            file.setLength(file.length() - 4_096);
        }
        try (Profile profile = Profile.open(folder)) {
            assertTrue(Kept.check(profile, book).isPresent());
        }
    }
}
