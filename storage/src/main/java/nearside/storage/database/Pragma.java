package nearside.storage.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// A rule of a connection: set, and read back, because SQLite ignores what it does not know.
record Pragma(String name, String value, String readBack) {
    static final List<Pragma> WRITER =
            List.of(
                    new Pragma("busy_timeout", "5000", "5000"),
                    new Pragma("journal_mode", "WAL", "wal"),
                    // Each commit is on the disk before it is answered; NORMAL loses them at a
                    // power cut.
                    new Pragma("synchronous", "FULL", "2"),
                    // Only macOS looks at these two: its plain fsync leaves the data in the drive.
                    new Pragma("fullfsync", "ON", "1"),
                    new Pragma("checkpoint_fullfsync", "ON", "1"),
                    new Pragma("foreign_keys", "ON", "1"),
                    new Pragma("trusted_schema", "OFF", "0"),
                    new Pragma("cell_size_check", "ON", "1"),
                    // What a person deletes is overwritten, not only unlinked.
                    new Pragma("secure_delete", "ON", "1"),
                    // Sorting must not leave texts in a temporary folder.
                    new Pragma("temp_store", "MEMORY", "2"),
                    new Pragma("mmap_size", "0", "0"));

    static final Pragma READER = new Pragma("query_only", "ON", "1");

    void apply(Session session) throws SQLException {
        session.script("PRAGMA " + name + "=" + value);
        String found = session.pragma(name);
        if (!found.toLowerCase(Locale.ROOT).equals(readBack)) {
            throw new SQLException("PRAGMA " + name + " reads back as " + found);
        }
    }
}
