package nearside.storage.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Folders that are filled by whoever brings them.
class AdoptionTest {
    private static final ShelfName PHI = ShelfName.like("phi", Set.of());

    @TempDir Path temp;

    private Path shelf() {
        return temp.resolve("models");
    }

    private List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsNotSettledIsNotKept() throws IOException {
        try (Adoption adoption = Adoption.on(shelf())) {
            adoption.create("a").close();
            assertEquals(List.of("a"), entries(adoption.folder()));
        }
        assertEquals(List.of(".lock"), entries(shelf()));
    }

    @Test
    void onlyWhatIsWantedIsSettled() throws IOException {
        Path source = Files.createDirectory(temp.resolve("source"));
        Files.writeString(source.resolve("b"), "b");
        try (Adoption adoption = Adoption.on(shelf())) {
            adoption.create("a").close();
            assertEquals(Optional.empty(), adoption.link(source, List.of("b")));
            adoption.keepOnly(Set.of("b"));
            assertEquals(shelf().resolve("phi"), adoption.settle(PHI));
        }
        assertEquals(List.of("b"), entries(shelf().resolve("phi")));
        assertTrue(Files.isSameFile(source.resolve("b"), shelf().resolve("phi/b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/x", ".", "..", "", "a/b", "./a"})
    void aFileIsMadeNowhereElse(String name) throws IOException {
        try (Adoption adoption = Adoption.on(shelf())) {
            assertThrows(IOException.class, () -> adoption.create(name));
        }
        assertEquals(List.of("models"), entries(temp));
    }

    @Test
    void aNameIsNotTakenTwice() {
        assertEquals("phi-3", ShelfName.like("phi", Set.of("PHI", "phi-2")).firstFree());
    }
}
