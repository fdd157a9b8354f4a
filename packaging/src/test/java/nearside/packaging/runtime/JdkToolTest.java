package nearside.packaging.runtime;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class JdkToolTest {
    @TempDir Path temp;

    @Test
    void aToolRunsToItsEnd() throws Exception {
        Path classes = Files.createDirectory(temp.resolve("classes"));
        Files.writeString(classes.resolve("a.txt"), "a");
        Path jar = temp.resolve("a.jar");
        new JdkTool("jar")
                .run(List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
        assertTrue(Files.isRegularFile(jar));
    }

    @Test
    void aFailureCarriesWhatTheToolSaid() {
        List<String> arguments =
                List.of("--add-modules", "no.such.room", "--output", temp.resolve("x").toString());
        var failed = assertThrows(IOException.class, () -> new JdkTool("jlink").run(arguments));
        assertTrue(failed.toString().contains("jlink ended with 1"), failed.toString());
        assertTrue(failed.toString().contains("no.such.room"), failed.toString());
    }
}
