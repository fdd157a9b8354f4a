package nearside.desktop.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

class PageFileTest {
    @TempDir Path room;

    @Test
    void aFileIsReplacedAndForItsOwnerAlone() throws Exception {
        Path file = room.resolve("sub/x.md");
        PageFile.write(file, out -> out.write('a'));
        PageFile.write(file, out -> out.write('b'));
        assertEquals("b", Files.readString(file));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals(2, Files.getPosixFilePermissions(file).size());
        }
    }

    @Test
    void whatBreaksOffLeavesTheFileThatWasAndNothingBeside() throws Exception {
        Path file = Files.writeString(room.resolve("x.md"), "old");
        assertThrows(
                IOException.class,
                () ->
                        PageFile.write(
                                file,
                                out -> {
                                    out.write('n');
                                    throw new IOException("full");
                                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("x.md"), List.of(Objects.requireNonNull(room.toFile().list())));
    }
}
