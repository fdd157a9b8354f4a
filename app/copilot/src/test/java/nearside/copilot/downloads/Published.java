package nearside.copilot.downloads;

import nearside.hubside.HubContent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The small model of the tests as a hub publishes it.
record Published(Path folder, HubContent content) {
    /// From this size files lie with the storage host.
    private static final long LARGE = 100_000;

    static Published tiny() throws IOException {
        return of(Path.of(System.getProperty("nearside.models"), "phi3-tiny-4k"));
    }

    static Published of(Path folder) throws IOException {
        return new Published(
                folder, HubContent.of(folder, Fetched.REPOSITORY, Fetched.FOLDER, LARGE));
    }

    List<String> names() throws IOException {
        return names(folder);
    }

    /// All but what this program keeps beside them.
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(Provenance.FILE))
                    .sorted()
                    .toList();
        }
    }

    /// Whether that folder holds the same, to the byte.
    boolean isIn(Path other) throws IOException {
        if (!names(other).equals(names())) {
            return false;
        }
        for (String name : names()) {
            if (!Arrays.equals(
                    Files.readAllBytes(folder.resolve(name)),
                    Files.readAllBytes(other.resolve(name)))) {
                return false;
            }
        }
        return true;
    }
}
