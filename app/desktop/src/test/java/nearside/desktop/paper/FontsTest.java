package nearside.desktop.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

@EnabledOnOs(OS.LINUX)
class FontsTest {
    @TempDir Path room;

    private long filesInHome(String what) throws IOException, InterruptedException {
        Path home = Files.createDirectories(room.resolve(what));
        String path =
                String.join(
                        File.pathSeparator,
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""),
                        Path.of("target", "test-classes").toString());
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.awt.headless=true",
                                "-Duser.home=" + home,
                                "-cp",
                                path,
                                PaperChild.class.getName(),
                                what)
                        .inheritIO()
                        .start();
        assertEquals(0, process.waitFor());
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aPageWritesNothingIntoTheHomeFolder() throws Exception {
        assertEquals(0, filesInHome("page"));
    }

    /// The JDK by itself does: without this the test above would show nothing.
    @Test
    void theJdkByItselfWritesIntoTheHomeFolder() throws Exception {
        assertNotEquals(List.of(0L), List.of(filesInHome("font")));
    }
}
