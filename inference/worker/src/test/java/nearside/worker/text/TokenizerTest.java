package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TokenizerTest {
    static final List<String> MODELS = Golden.MODELS;

    @ParameterizedTest
    @FieldSource("MODELS")
    void everyGoldenTextHasTheReferencesIds(String model) throws IOException {
        try (Tokenizer tokenizer = Tokenizer.open(json(model))) {
            assertAll(
                    Golden.of(model).tokenized().stream()
                            .map(golden ->
                                    () ->
                                            assertEquals(
                                                    Golden.ids(golden.ids()),
                                                    tokenizer.encode(golden.text()),
                                                    golden.text())));
        }
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void anIdThatTheVocabularyLacksIsNoText(String model) throws IOException {
        try (Tokenizer tokenizer = Tokenizer.open(json(model))) {
            assertEquals("", tokenizer.decode(new int[] {60_000}));
        }
    }

    /// Met by a campaign of damaged folders: it ended the worker.
    @Test
    void fileThatTheLibraryRefusesIsSaidWithItsReason() throws IOException {
        String damaged = json("phi3-tiny-4k").replaceFirst("\"▁t\"", "\"▁t~\"");
        UncheckedIOException refusal =
                assertThrows(UncheckedIOException.class, () -> Tokenizer.open(damaged));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith("tokenizer.json: "), message);
        assertTrue(message.contains("out of vocabulary"), message);
    }

    private static String json(String model) throws IOException {
        return Files.readString(
                Path.of(System.getProperty("nearside.models"), model, "tokenizer.json"));
    }
}
