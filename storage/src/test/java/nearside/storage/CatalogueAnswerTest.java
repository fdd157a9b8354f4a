package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

class CatalogueAnswerTest {
    private static final URI ADDRESS = URI.create("https://models.example.com/catalogue.json");

    @TempDir Path folder;

    private Path profile() {
        return folder.resolve("profile");
    }

    private CatalogueAnswer answer() {
        return new CatalogueAnswer(profile());
    }

    @Test
    void nothingIsKeptBeforeTheFirst() {
        assertEquals(Optional.empty(), answer().of(ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_050_000})
    void whatIsKeptIsAsItCame(int size) {
        byte[] came = new byte[size];
        Arrays.fill(came, (byte) 0xfe);
        answer().keep(ADDRESS, came);
        assertArrayEquals(came, answer().of(ADDRESS).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://models.example.com/catalogue.jso",
                "https://models.example.com/catalogue.json2",
                "https://other.example.com/catalogue.json"
            })
    void itIsOfThatAddressAlone(String other) {
        answer().keep(ADDRESS, new byte[] {1});
        assertEquals(Optional.empty(), answer().of(URI.create(other)));
        answer().keep(URI.create(other), new byte[] {2});
        assertEquals(Optional.empty(), answer().of(ADDRESS));
    }

    @Test
    void whatIsTooLargeWasNotWrittenByThisProgram() throws IOException {
        answer().keep(ADDRESS, new byte[1]);
        Path file = profile().resolve("catalogue-fetched");
        assertTrue(Files.exists(file));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (2 << 20) + 1));
        assertEquals(Optional.empty(), answer().of(ADDRESS));
    }

    @Test
    void whereNothingCanBeWrittenThatIsAStorageFailure() throws IOException {
        Files.writeString(profile(), "no folder");
        assertThrows(StorageException.class, () -> answer().keep(ADDRESS, new byte[1]));
        assertEquals(Optional.empty(), answer().of(ADDRESS));
    }
}
