package nearside.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The model folders are what the list of sums says: nothing changed, nothing missing, nothing
/// more.
class ModelSumsTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));

    @Test
    void everyModelFileIsTheOneThatWasListed() throws Exception {
        assertEquals(Files.readAllLines(MODELS.resolve("SHA256SUMS")), sums());
    }

    private static List<String> sums() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            String name = MODELS.relativize(file).toString().replace('\\', '/');
            lines.add(sum(file) + "  " + name);
        }
        lines.sort(Comparator.comparing(line -> line.substring(66)));
        return lines;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(MODELS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> MODELS.relativize(file).getNameCount() > 1)
                    .toList();
        }
    }

    private static String sum(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }
}
