package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

class ProfileTest {
    @TempDir Path home;

    @Test
    void aNewProfileMakesItsFolderAndTheFoldersAround() {
        Path folder = home.resolve("a/b/profile");
        try (Profile profile = Profile.open(folder)) {
            assertEquals(folder, profile.folder());
        }
        assertTrue(Files.isRegularFile(folder.resolve(Store.FILE)));
    }

    @Test
    void folderAndFilesAreTheOwnersAlone() throws IOException {
        assumeTrue(posix());
        Path folder = home.resolve("profile");
        try (Profile profile = Profile.open(folder)) {
            profile.journal().begin(Optional.empty(), "Hello");

            assertEquals("rwx------", rights(folder));
            for (String name : List.of("", "-wal", "-shm")) {
                assertEquals("rw-------", rights(folder.resolve(Store.FILE + name)), name);
            }
            assertEquals("rw-------", rights(folder.resolve("lock")));
        }
    }

    @Test
    void rightsGivenMeanwhileAreTakenBack() throws IOException {
        assumeTrue(posix());
        Path folder = home.resolve("profile");
        Profile.open(folder).close();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(
                folder.resolve(Store.FILE), PosixFilePermissions.fromString("rw-r--r--"));

        Profile.open(folder).close();

        assertEquals("rwx------", rights(folder));
        assertEquals("rw-------", rights(folder.resolve(Store.FILE)));
    }

    @Test
    void aFolderFilledByOthersKeepsItsRights() throws IOException {
        assumeTrue(posix());
        Path folder = Files.createDirectory(home.resolve("shared"));
        Files.writeString(folder.resolve("theirs.txt"), "theirs");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        Profile.open(folder).close();

        assertEquals("rwxr-xr-x", rights(folder));
        assertEquals("rw-------", rights(folder.resolve(Store.FILE)));
    }

    @Test
    void aSecondHolderInTheSameProcessIsRefusedAndTheFirstKeepsTheLock() throws Exception {
        try (Profile first = Profile.open(home)) {
            assertEquals(new StorageFailure.InUse(home), refusal(home));
            // On POSIX a second try that opened the file would have given up the lock here.
            try (Child other = Child.start(HoldingChild.class, home)) {
                assertEquals(Optional.empty(), other.line());
            }
            first.journal().begin(Optional.empty(), "still mine");
        }
        Profile.open(home).close();
    }

    @Test
    void theSameFolderByAnotherPathIsTheSameProfile() throws IOException {
        Path folder = Files.createDirectory(home.resolve("profile"));
        Path link = Files.createSymbolicLink(home.resolve("link"), folder);
        try (Profile first = Profile.open(folder)) {
            assertEquals(new StorageFailure.InUse(link), refusal(link));
            assertEquals(
                    new StorageFailure.InUse(first.folder().resolve("../profile")),
                    refusal(folder.resolve("../profile")));
        }
    }

    @Test
    void anotherProcessHoldsTheProfileUntilItIsKilled() throws Exception {
        try (Child other = Child.start(HoldingChild.class, home)) {
            assertEquals(Optional.of("held " + home), other.line());
            assertEquals(new StorageFailure.InUse(home), refusal(home));

            other.kill();

            Profile.open(home).close();
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsDenied() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "not a folder");

        assertEquals(new StorageFailure.Denied(file), refusal(file));
        assertEquals("not a folder", Files.readString(file));
    }

    @Test
    void aFolderThatCannotBeMadeIsDenied() {
        Path kernel = Path.of("/proc/nearside");
        assumeTrue(Files.isDirectory(Path.of("/proc")));

        assertEquals(new StorageFailure.Denied(kernel), refusal(kernel));
    }

    @Test
    void aFolderInPlaceOfTheDatabaseIsDeniedAndTheLockGivenBack() throws IOException {
        Path blocker = Files.createDirectories(home.resolve(Store.FILE));

        assertEquals(new StorageFailure.Denied(blocker), refusal(home));

        Files.delete(blocker);
        Profile.open(home).close();
    }

    @Test
    void aFileThatIsNoDatabaseIsPutAside() throws IOException {
        Path file = home.resolve(Store.FILE);
        String text = "this is not a database, however often it is read. ".repeat(200);
        Files.writeString(file, text);

        try (Profile profile = Profile.open(home)) {
            Recovered recovered = profile.recovered().orElseThrow();
            assertEquals(Recovered.Cause.DAMAGED, recovered.cause());
            assertEquals(text, Files.readString(recovered.set().resolve(Store.FILE)));
            assertEquals(List.of(), profile.conversations().list());
        }
    }

    @Test
    void aNewerDatabaseIsNotTouched() throws Exception {
        Profile.open(home).close();
        Rows.run(home, "PRAGMA user_version = 77");

        assertEquals(new StorageFailure.Newer(home.resolve(Store.FILE), 77, 4), refusal(home));
        assertEquals("77", Rows.first(home, "PRAGMA user_version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "a?b=c", "100%25", "#1;x", "o'neil", "ünïcode 天"})
    void oddFolderNamesWork(String name) {
        Path folder = home.resolve(name);
        Journal.Begun begun;
        try (Profile profile = Profile.open(folder)) {
            begun = profile.journal().begin(Optional.empty(), "Hello");
        }
        assertTrue(Files.isRegularFile(folder.resolve(Store.FILE)));
        try (Profile profile = Profile.open(folder)) {
            assertEquals(2, profile.conversations().messages(begun.conversation()).size());
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Profile profile = Profile.open(home);
        profile.close();

        profile.close();

        try (Profile next = Profile.open(home)) {
            profile.close();
            assertEquals(new StorageFailure.InUse(home), refusal(home));
            assertEquals(List.of(), next.conversations().list());
        }
    }

    @Test
    void aClosedProfileSaysSo() {
        Profile profile = Profile.open(home);
        profile.close();

        assertThrows(IllegalStateException.class, () -> profile.conversations().list());
        assertThrows(
                IllegalStateException.class,
                () -> profile.journal().begin(Optional.empty(), "late"));
    }

    private static StorageFailure refusal(Path folder) {
        return assertInstanceOf(
                        StorageException.class,
                        assertThrows(StorageException.class, () -> Profile.open(folder).close()))
                .failure();
    }

    private boolean posix() throws IOException {
        return Files.getFileStore(home).supportsFileAttributeView("posix");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
