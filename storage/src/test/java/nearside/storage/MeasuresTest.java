package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class MeasuresTest {
    @TempDir Path folder;

    private static String figures(int number) {
        return "{\"rate\":" + number + "}";
    }

    private Measures measures() {
        return new Measures(folder);
    }

    @Test
    void nothingIsThereBeforeTheFirst() {
        assertEquals(Optional.empty(), measures().of("phi3"));
    }

    @Test
    void eachNameHasItsOwnFigures() {
        measures().put("phi3", figures(1));
        measures().put("starter", figures(2));
        measures().put("phi3", figures(3));
        assertEquals(Optional.of(figures(3)), measures().of("phi3"));
        assertEquals(Optional.of(figures(2)), measures().of("starter"));
    }

    /// The version before is used, and what cannot be read is kept aside.
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "\0"})
    void aDamagedFileCostsNothingButTheLastFigures(String damaged) throws IOException {
        measures().put("phi3", figures(1));
        measures().put("phi3", figures(2));
        Files.writeString(folder.resolve("measures.json"), damaged);
        assertEquals(Optional.of(figures(1)), measures().of("phi3"));
        measures().put("starter", figures(3));
        assertEquals(Optional.of(figures(3)), measures().of("starter"));
        assertTrue(Files.exists(folder.resolve("measures.json.damaged")));
    }

    @Test
    void aNameThatHoldsSomethingElseHoldsNothing() throws IOException {
        Files.writeString(folder.resolve("measures.json"), "{\"phi3\": 7}");
        assertEquals(Optional.empty(), measures().of("phi3"));
    }
}
