package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class TokenBytesTest {
    private static final String TEXT =
            "A line\n\twith  blanks, \"quotes\" and {\"a\": [1.5e3]}, naïve 漢字 👩‍🚀 \u0001 \u2581.";

    private static Path file(String model) {
        return Path.of(System.getProperty("nearside.models"), model, "tokenizer.json");
    }

    @ParameterizedTest
    @CsvSource({"smollm2-135m-instruct-int4, KEPT", "phi3-tiny-4k, DROPPED"})
    void theBytesOfTheIdsOfATextAreTheText(String model, TokenBytes.FirstBlank firstBlank)
            throws Exception {
        String json = Files.readString(file(model));
        TokenBytes tokens = TokenBytes.of(json);
        assertEquals(firstBlank, tokens.firstBlank());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Tokenizer tokenizer = Tokenizer.open(json)) {
            tokenizer.encode(TEXT).stream().forEach(id -> bytes.writeBytes(tokens.of(id)));
        }
        String blank = firstBlank == TokenBytes.FirstBlank.DROPPED ? " " : "";
        // SentencePiece has no other spelling for U+2581 than the one of a blank
        String expected = blank.isEmpty() ? TEXT : TEXT.replace('\u2581', ' ');
        assertEquals(blank + expected, bytes.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"smollm2-135m-instruct-int4, 1", "phi3-tiny-4k, 2"})
    void addedTokensHaveNone(String model, int id) throws Exception {
        assertEquals(0, TokenBytes.of(Files.readString(file(model))).of(id).length);
    }

    @Test
    void aUnigramVocabularyIsAListOfPairs() {
        TokenBytes tokens =
                TokenBytes.of(
                        """
                        {"added_tokens": [], "decoder": {"type": "Metaspace"},
                         "model": {"vocab": [["<unk>", 0], ["▁a", -1.5], ["<0x0A>", -2]]}}
                        """);
        assertArrayEquals(new byte[] {' ', 'a'}, tokens.of(1));
        assertArrayEquals(new byte[] {'\n'}, tokens.of(2));
    }

    @Test
    void theByteAlphabetHas256Letters() {
        boolean[] spelled = new boolean[256];
        int letters = 0;
        for (char letter = 0; letter < 1000; letter++) {
            int value = ByteAlphabet.byteOf(letter);
            if (value >= 0) {
                spelled[value] = true;
                letters++;
            }
        }
        assertEquals(256, letters);
        for (int value = 0; value < 256; value++) {
            assertEquals(true, spelled[value]);
        }
        assertEquals(' ', ByteAlphabet.byteOf('Ġ'));
        assertEquals('\n', ByteAlphabet.byteOf('Ċ'));
    }
}
