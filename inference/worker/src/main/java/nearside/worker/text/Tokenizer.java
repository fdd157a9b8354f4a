package nearside.worker.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import nearside.engine.TokenIds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// The native tokenizer, with nothing added, cut off or filled up. The only class that imports DJL.
final class Tokenizer implements AutoCloseable {
    private static final Map<String, String> AS_IT_IS =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    private final HuggingFaceTokenizer tokenizer;

    private Tokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// Opens the text of a `tokenizer.json`.
    ///
    /// @throws UncheckedIOException when the library does not take it; the message says why
    static Tokenizer open(String json) {
        try {
            var bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
            return new Tokenizer(HuggingFaceTokenizer.newInstance(bytes, AS_IT_IS));
        } catch (IOException e) {
            throw refused(e, e);
        } catch (RuntimeException e) { // all that the native library says
            throw refused(e, new IOException(e));
        }
    }

    private static UncheckedIOException refused(Exception problem, IOException cause) {
        return new UncheckedIOException("tokenizer.json: " + problem.getMessage(), cause);
    }

    /// Added tokens in the text become tokens; the text must hold no lone surrogates.
    TokenIds encode(String text) {
        long[] ids = tokenizer.encode(text, false, false).getIds();
        return TokenIds.of(Arrays.stream(ids).mapToInt(Math::toIntExact).toArray());
    }

    /// The text of the ids without special tokens.
    String decode(int[] ids) {
        return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
