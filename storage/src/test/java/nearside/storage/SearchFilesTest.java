package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.storage.search.Query;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Nothing of the index is ever in a file: not under a name, and not in one that is open and has no
/// name any more.
class SearchFilesTest {
    private static final Path OPEN = Path.of("/proc/self/fd");

    @TempDir Path folder;

    @Test
    void theIndexHasNoFile() throws Exception {
        assumeTrue(Files.isDirectory(OPEN));
        try (Profile profile = Profile.open(folder)) {
            for (int i = 0; i < 300; i++) {
                profile.journal().begin(Optional.empty(), "unspeakable " + "secret ".repeat(i));
            }
            profile.conversations().list();
            Set<String> before = written();
            profile.search().begin();
            profile.search().finish();
            for (String typed :
                    new String[] {"secret", "s", "\"secret secret\" unspeak", "before:2100"}) {
                profile.search().find(Query.typed(typed, ZoneOffset.UTC), 500);
                assertEquals(before, written(), typed);
            }
        }
        for (Path file : files()) {
            assertEquals(-1, Rows.indexOf(file, "unspeakable"), file.toString());
        }
    }

    @Test
    void anIndexWithAFileIsSeen() throws Exception {
        assumeTrue(Files.isDirectory(OPEN));
        Set<String> before = written();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA cache_size = 1");
            statement.executeUpdate("CREATE TABLE word (text)");
            String many = "'[" + "1,".repeat(9_999) + "1]'";
            statement.executeUpdate(
                    "INSERT INTO word SELECT randomblob(100) FROM json_each(" + many + ")");
            assertNotEquals(before, written());
        }
        Files.writeString(folder.resolve("index"), "unspeakable");
        assertNotEquals(-1, Rows.indexOf(files().iterator().next(), "unspeakable"));
    }

    /// Files that are open, but for what the Java runtime reads.
    private static Set<String> written() throws IOException {
        Set<String> open = new TreeSet<>();
        try (Stream<Path> all = Files.list(OPEN)) {
            for (Path each : all.toList()) {
                try {
                    String target = Files.readSymbolicLink(each).toString();
                    if (target.startsWith("/")
                            && !target.matches("/proc/.*|.*\\.(jar|class|so)|.*/lib/modules")) {
                        open.add(target);
                    }
                } catch (NoSuchFileException closedMeanwhile) {
                    assertFalse(Files.exists(each));
                }
            }
        }
        return open;
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new TreeSet<>(all.filter(Files::isRegularFile).toList());
        }
    }
}
