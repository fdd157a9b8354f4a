package nearside.copilot.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.ModelShelf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// An import that is killed in the middle.
class UnpackingKilledTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));
    private static final int LARGE = 768 << 20;

    @TempDir Path temp;

    private List<String> shelf() throws IOException {
        try (Stream<Path> entries = Files.list(temp.resolve("profile/models"))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatAKillLeavesHasNoNameAndGoesWithTheNextAttempt() throws Exception {
        Path tiny = MODELS.resolve("phi3-tiny-4k");
        Path zip = LargeZip.of(tiny, LARGE).to(temp.resolve("m.zip"));
        Process process =
                UnpackingProcess.start(
                        MODELS.resolve("smollm2-135m-instruct-int4"), temp.resolve("profile"), zip);
        try (var out = process.inputReader()) {
            assertEquals("middle", out.readLine());
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }

        ModelShelf shelf = new ModelShelf(temp.resolve("profile"));
        assertEquals(List.of(), shelf.folders());
        assertTrue(
                shelf().stream().anyMatch(name -> name.startsWith(".adopt-")), shelf().toString());
        shelf.adopt(tiny, List.of("genai_config.json"));
        assertEquals(List.of(".lock", "phi3-tiny-4k"), shelf());
    }
}
