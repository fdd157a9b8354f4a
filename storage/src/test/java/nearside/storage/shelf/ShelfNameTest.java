package nearside.storage.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Set;

/// Names that every system and every command line can bear.
class ShelfNameTest {
    @ParameterizedTest
    @CsvSource({
        "Phi-3-mini-4k-instruct, Phi-3-mini-4k-instruct",
        "'my model (1)', my-model-1",
        ".hidden, hidden",
        "--help, help",
        "模型, model",
        "模型-phi, phi",
        "nul, model",
        "COM1.onnx, model",
        "a..., a",
        "a/b/.., a",
    })
    void nameBecomesPlain(String folder, String expected) {
        assertEquals(expected, ShelfName.of(Path.of(folder), Set.of()).plain());
    }

    @Test
    void rootHasANameToo() {
        assertEquals("model", ShelfName.of(Path.of("/"), Set.of()).plain());
    }

    @Test
    void longNameIsShortened() {
        assertEquals(80, ShelfName.of(Path.of("x".repeat(200)), Set.of()).plain().length());
    }

    @Test
    void caseDoesNotTellNamesApart() {
        ShelfName name = ShelfName.of(Path.of("Phi"), Set.of("PHI"));
        assertTrue(name.isTaken("Phi"));
        assertFalse(name.isTaken(name.attempt(2)));
        assertEquals("Phi-2", name.attempt(2));
    }
}
