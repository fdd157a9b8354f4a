package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nearside.storage.SettingsChild.Writer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A kill does not show whether bytes were forced; the calls of a writer do: each file is forced
/// before it is moved into its place, and the folder after.
class SettingsOrderTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final Pattern CALL =
            Pattern.compile(
                    "(write|pwrite64|fsync|fdatasync)\\(\\d+<([^>]*)>|rename\\(\"([^\"]*)\"");

    @TempDir Path folder;

    @Test
    void everyVersionIsForcedMovedAndItsFolderForced() throws Exception {
        List<String> calls = calls(Writer.KEPT);

        assertEquals(
                List.of(
                        "write settings.json.previous.new",
                        "force settings.json.previous.new",
                        "move settings.json.previous.new",
                        "force folder",
                        "write settings.json.new",
                        "force settings.json.new",
                        "move settings.json.new",
                        "force folder"),
                calls.subList(calls.size() - 8, calls.size()));
    }

    @Test
    void aWriterInPlaceIsSeen() throws Exception {
        assertTrue(calls(Writer.IN_PLACE).contains("write settings.json"));
    }

    /// Up to the last change that was told; one that was cut is left out.
    private List<String> calls(Writer writer) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(STRACE));
        Path log = folder.resolve("calls.log");
        Path profile = Files.createDirectory(folder.resolve("profile"));
        List<String> tracer =
                List.of(
                        STRACE.toString(),
                        "-f",
                        "-y",
                        "-e",
                        "trace=write,pwrite64,fsync,fdatasync,rename",
                        "-o",
                        log.toString());
        try (Child child = Child.start(tracer, SettingsChild.class, profile, writer, 1)) {
            for (int line = 0; line < 3; line++) {
                assertTrue(child.line().isPresent());
            }
            child.process().descendants().forEach(ProcessHandle::destroyForcibly);
            child.process().waitFor();
        }
        List<String> all = new ArrayList<>();
        List<String> told = List.of();
        for (String line : Files.readAllLines(log)) {
            if (line.contains("write(1<")) {
                told = List.copyOf(all);
            }
            call(line, profile).filter(it -> !it.equals(last(all))).ifPresent(all::add);
        }
        return told;
    }

    private static String last(List<String> all) {
        return all.isEmpty() ? "" : all.getLast();
    }

    private static Optional<String> call(String line, Path profile) {
        Matcher found = CALL.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        Path path =
                Stream.of(2, 3)
                        .flatMap(group -> Optional.ofNullable(found.group(group)).stream())
                        .map(Path::of)
                        .findFirst()
                        .orElseThrow();
        if (!path.startsWith(profile)) {
            return Optional.empty();
        }
        String name = path.equals(profile) ? "folder" : path.getFileName().toString();
        return Optional.of(word(found) + " " + name);
    }

    private static String word(Matcher call) {
        return switch (String.valueOf(call.group(1))) {
            case "write", "pwrite64" -> "write";
            case "fsync", "fdatasync" -> "force";
            default -> "move";
        };
    }
}
