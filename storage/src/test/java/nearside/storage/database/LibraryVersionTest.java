package nearside.storage.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"3.51.3", "3.51.10", "3.52", "3.100.0", "4", "3.54.1.7"})
    void aLibraryWithoutTheBugIsTaken(String version) {
        assertDoesNotThrow(() -> LibraryVersion.of(version).check());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.2", "3.9.9", "3.7.0", "2.99.99", "3"})
    void anOlderLibraryIsRefused(String version) {
        assertThrows(DatabaseException.class, () -> LibraryVersion.of(version).check());
    }

    @Test
    void theRefusalSaysBothVersions() {
        DatabaseException refusal =
                assertThrows(DatabaseException.class, () -> LibraryVersion.of("3.50.4").check());

        assertEquals(new Trouble.LibraryTooOld("3.50.4", "3.51.3"), refusal.trouble());
    }
}
