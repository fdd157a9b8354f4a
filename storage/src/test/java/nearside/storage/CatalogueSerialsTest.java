package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CatalogueSerialsTest {
    private static final String KEY = "cR9yJDbpYZ7DRSRSk2yiYv2mrdBYyUc9x0QtIOB1mYA=";
    private static final String OTHER = "another";

    @TempDir Path folder;

    private CatalogueSerials serials() {
        return new CatalogueSerials(folder.resolve("profile"));
    }

    private Path file() {
        return folder.resolve("profile").resolve("catalogues.json");
    }

    @Test
    void noneIsRememberedBeforeTheFirst() {
        assertEquals(0, serials().of(KEY));
    }

    @Test
    void eachKeyHasItsOwn() {
        serials().accepted(KEY, 7);
        serials().accepted(OTHER, 2);
        assertEquals(7, serials().of(KEY));
        assertEquals(2, serials().of(OTHER));
    }

    @Test
    void theyOnlyGrow() {
        serials().accepted(KEY, 7);
        serials().accepted(KEY, 6);
        assertEquals(7, serials().of(KEY));
        serials().accepted(KEY, 8);
        assertEquals(8, serials().of(KEY));
    }

    /// Who spoils the file does not get further back than the version before.
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "\0"})
    void aDamagedFileCostsTheLastOneAlone(String damaged) throws IOException {
        serials().accepted(KEY, 7);
        serials().accepted(KEY, 8);
        Files.writeString(file(), damaged);
        assertEquals(7, serials().of(KEY));
        serials().accepted(KEY, 9);
        assertEquals(9, serials().of(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "1.5", "-3", "1e40", "{}", "null"})
    void whatIsNoSerialCountsAsNone(String value) throws IOException {
        serials().accepted(KEY, 7);
        Files.writeString(file(), "{\"" + KEY + "\": " + value + "}");
        assertEquals(0, serials().of(KEY));
        serials().accepted(KEY, 1);
        assertEquals(1, serials().of(KEY));
    }
}
