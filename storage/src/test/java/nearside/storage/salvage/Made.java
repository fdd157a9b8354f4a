package nearside.storage.salvage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A database that SQLite made, copied with its log while it was open.
record Made(Path database) {
    static final int PAGE = 4096;
    static final int FRAME = PAGE + 24;

    /// Runs statements, one transaction each, and copies the files before they are closed.
    static Made by(Path folder, List<String> statements) throws SQLException, IOException {
        Path live = folder.resolve("live.db");
        Path copy = folder.resolve("copy.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA journal_mode=WAL");
            statement.executeUpdate("PRAGMA wal_autocheckpoint=0");
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
            for (String end : List.of("", "-wal")) {
                Files.copy(folder.resolve("live.db" + end), folder.resolve("copy.db" + end));
            }
        }
        return new Made(copy);
    }

    /// Rows of a number and a text, one transaction each.
    static Made of(Path folder, int rows) throws SQLException, IOException {
        return by(
                folder,
                Stream.concat(
                                Stream.of("CREATE TABLE t (n, s)"),
                                IntStream.range(0, rows)
                                        .mapToObj(i ->
                                                "INSERT INTO t VALUES (%d, hex(zeroblob(600)))"
                                                        .formatted(i)))
                        .toList());
    }

    Path log() {
        return LogState.logOf(database);
    }

    int frames() throws IOException {
        return (int) ((Files.size(log()) - LogHead.BYTES) / FRAME);
    }

    /// Overwrites bytes of a frame, counted from its head.
    void spoil(int frame, int at, int count) throws IOException {
        overwrite(log(), LogHead.BYTES + (long) frame * FRAME + at, count);
    }

    static void overwrite(Path path, long at, int count) throws IOException {
        byte[] garbage = new byte[count];
        Arrays.fill(garbage, (byte) 0x5a);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(at);
            file.write(garbage);
        }
    }

    static void cut(Path path, long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
        }
    }
}
