package nearside.storage.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.ModelShelf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Models that leave the shelf.
class FarewellTest {
    @TempDir Path temp;
    private Path models = Path.of("");
    private ModelShelf shelf = new ModelShelf(Path.of(""));

    @BeforeEach
    void model() throws IOException {
        shelf = new ModelShelf(temp);
        models = temp.resolve("models");
        Files.write(Files.createDirectories(models.resolve("phi")).resolve("a"), new byte[1000]);
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(models)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void itIsGoneAndItsRoomIsTold() throws IOException {
        assertEquals(new Farewell.Gone(new Footprint(1000, 1000)), shelf.remove("phi"));
        assertEquals(List.of(".lock"), entries());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileWithAnotherNameGivesNoRoomBack() throws IOException {
        Files.createLink(temp.resolve("b"), models.resolve("phi/a"));
        assertEquals(new Farewell.Gone(new Footprint(1000, 0)), shelf.remove("phi"));
        assertTrue(Files.exists(temp.resolve("b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "..", ".", "phi/a", "../models"})
    void whatIsNoModelOfTheShelfIsNotTouched(String name) {
        assertThrows(IOException.class, () -> shelf.remove(name));
        assertTrue(Files.exists(models.resolve("phi/a")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsNoModel() throws IOException {
        Files.createSymbolicLink(models.resolve("link"), models.resolve("phi"));
        assertThrows(IOException.class, () -> shelf.remove("link"));
        assertTrue(Files.exists(models.resolve("phi/a")));
    }

    @Test
    void whatACrashLeftGoesWithTheNextAttempt() throws IOException {
        Files.createDirectory(models.resolve(Farewell.GONE + "1"));
        Files.createDirectory(models.resolve("next"));
        assertEquals(List.of(models.resolve("next"), models.resolve("phi")), shelf.folders());
        shelf.remove("next");
        assertEquals(List.of(".lock", "phi"), entries());
    }
}
