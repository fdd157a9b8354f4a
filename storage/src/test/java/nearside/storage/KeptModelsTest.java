package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class KeptModelsTest {
    private static final Path FOLDER = Path.of("share").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", ".hidden", "a/b", "a\\b", "-x", "ä"})
    void anIdIsAPlainName(String id) {
        assertThrows(IllegalArgumentException.class, () -> KeptModels.NONE.with(id, FOLDER));
    }

    @Test
    void aPlaceIsAbsolute() {
        assertThrows(
                IllegalArgumentException.class,
                () -> KeptModels.NONE.with("phi", Path.of("share")));
    }

    @Test
    void whatIsForgottenIsNotInUse() {
        KeptModels both = KeptModels.using("phi").with("phi", FOLDER).with("other", FOLDER);
        assertEquals(
                new KeptModels(Optional.empty(), Map.of("other", FOLDER)), both.without("phi"));
        assertEquals(KeptModels.using("phi").with("phi", FOLDER), both.without("other"));
    }
}
