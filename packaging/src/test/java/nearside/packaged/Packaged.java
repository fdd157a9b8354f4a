package nearside.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program as it is packaged, started as a person or a script starts it, with a profile and a
/// home of its own.
final class Packaged {
    private static final long LONGEST_RUN_SECONDS = 120;

    private final Path room;

    /// @param room a temporary folder: home, profile and temp lie below it
    Packaged(Path room) throws IOException {
        this.room = room;
        for (String folder : List.of("home", "temp")) {
            Files.createDirectories(room.resolve(folder));
        }
    }

    static Path program() {
        return Path.of(System.getProperty("nearside.folder"), "bin", "nearside");
    }

    static Path models() {
        return Path.of(System.getProperty("nearside.models"));
    }

    Path room() {
        return room;
    }

    Path profile() {
        return room.resolve("profile");
    }

    /// What a run ended with.
    record Run(int exit, String out, String err) {}

    Run run(String... arguments) throws IOException, InterruptedException {
        return runUnder(List.of(), arguments);
    }

    Run runUnder(List<String> wrapper, String... arguments)
            throws IOException, InterruptedException {
        return finish(startUnder(wrapper, arguments));
    }

    Process start(String... arguments) throws IOException {
        return startUnder(List.of(), arguments);
    }

    Process startUnder(List<String> wrapper, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(wrapper);
        line.add(program().toString());
        line.add("--data-dir");
        line.add(profile().toString());
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        environment(builder.environment());
        builder.redirectError(Files.createTempFile(room, "err", ".txt").toFile());
        builder.directory(room.toFile());
        return builder.start();
    }

    /// A person's environment: nothing that only test machines set, and nothing that silences a
    /// library.
    private void environment(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name ->
                        name.equals("CI")
                                || name.equals("TF_BUILD")
                                || name.startsWith("GITHUB_")
                                || name.startsWith("ORT_")
                                || name.startsWith("JAVA_TOOL")
                                || name.startsWith("XDG_")
                                || name.endsWith("DISPLAY"));
        environment.put("HOME", room.resolve("home").toString());
        environment.put("TMPDIR", room.resolve("temp").toString());
        environment.put("LANG", "C.UTF-8");
    }

    private Run finish(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(exit(process), out, errors());
    }

    /// The exit code of a program that is about to end by itself.
    static int exit(Process process) throws InterruptedException {
        if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after " + LONGEST_RUN_SECONDS + " s");
        }
        return process.exitValue();
    }

    /// Waits until so many replies are whole, while the program holds the profile.
    void awaitReplies(int count) throws SQLException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_RUN_SECONDS);
        String database = "jdbc:sqlite:file:" + profile().resolve("nearside.db") + "?mode=ro";
        try (Connection connection = DriverManager.getConnection(database);
                PreparedStatement whole =
                        connection.prepareStatement(
                                "SELECT count(*) FROM message"
                                        + " WHERE speaker = 'ASSISTANT' AND state IN ('DONE', 'LENGTH')")) {
            while (first(whole) < count) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "not " + count + " replies, but " + messages(connection));
                }
                Thread.sleep(50);
            }
        }
    }

    private static List<String> messages(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT speaker || ' ' || state FROM message ORDER BY seq");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private static int first(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            return rows.getInt(1);
        }
    }

    /// What all runs so far said on standard error.
    String errors() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.newDirectoryStream(room, "err*.txt")) {
            for (Path file : files) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
