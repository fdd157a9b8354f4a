package nearside.storage.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;
import java.util.UUID;

class PastIdTest {
    /// They stand in people's databases: another value would bring everything in twice. These were
    /// computed elsewhere.
    @Test
    void theIdsNeverChange() {
        assertEquals("d35f816b-3825-8994-a4c1-96d5d7f3b43f", PastId.of(PastSource.CHATGPT, "c"));
        assertEquals(
                "093eab20-d6c3-8767-963a-42efdd5ba626", PastId.of(PastSource.CHATGPT, "c", "m"));
    }

    @Test
    void theyAreUuidsOfVersion8() {
        UUID id = UUID.fromString(PastId.of(PastSource.JAN, "c", "m"));
        assertEquals(8, id.version());
        assertEquals(2, id.variant());
        assertTrue(PastId.isOurs(id.toString()));
    }

    @Test
    void whatIsDifferentHasAnotherId() {
        assertEquals(
                6,
                Set.of(
                                PastId.of(PastSource.JAN, "c"),
                                PastId.of(PastSource.CLAUDE, "c"),
                                PastId.of(PastSource.JAN, "c", ""),
                                PastId.of(PastSource.JAN, "", "c"),
                                PastId.of(PastSource.JAN, "ab", "c"),
                                PastId.of(PastSource.JAN, "a", "bc"))
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00000000-0000-4000-8000-00000000000G",
                "00000000-0000-4000-8000-00000000000A",
                "00000000-0000-4000-8000-0000000000000"
            })
    void otherFormsAreNotOurs(String id) {
        assertFalse(PastId.isOurs(id));
    }
}
