package nearside.worker.sample.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import nearside.engine.Sampling;
import nearside.engine.schema.JsonSchema;
import nearside.engine.schema.SchemaCheck;
import nearside.worker.sample.Sampler;
import nearside.worker.text.TokenBytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

class JsonConstraintTest {
    private static final int MOST_TOKENS = 400;
    private static final List<String> PIECES =
            List.of(
                    "{\"",
                    "\":",
                    "\": ",
                    "\",\"",
                    "\", \"",
                    "\"}",
                    "\"]",
                    "}]",
                    "]}",
                    "[[",
                    "[\"",
                    "},",
                    "tr",
                    "true",
                    "false",
                    "nul",
                    "null",
                    "na",
                    "name",
                    "grö",
                    "ße",
                    "漢",
                    "👍",
                    "00",
                    "12",
                    "-1",
                    ".5",
                    "e-",
                    "E+0",
                    "\\u",
                    "\\ud8",
                    "\\n",
                    "\\\"",
                    "\"\"",
                    "  ",
                    ", ",
                    "line",
                    "\\nbreak",
                    "a b",
                    "x\\",
                    "\n",
                    "\t\t",
                    "\"a\":",
                    "true,",
                    "null}");

    /// Every byte, and pieces of several; the last id ends the reply and has no bytes.
    private static TokenBytes pieces() {
        JsonObject vocabulary = new JsonObject();
        for (int value = 0; value < 256; value++) {
            vocabulary.addProperty("<0x%02X>".formatted(value), value);
        }
        PIECES.forEach(piece -> vocabulary.addProperty(piece, vocabulary.size()));
        JsonObject model = new JsonObject();
        model.add("vocab", vocabulary);
        JsonObject file = new JsonObject();
        file.add("model", model);
        file.add("added_tokens", new Gson().fromJson("[]", com.google.gson.JsonArray.class));
        return TokenBytes.of(file.toString());
    }

    private static TokenBytes starter() throws Exception {
        Path folder = Path.of(System.getProperty("nearside.models"));
        return TokenBytes.of(
                Files.readString(folder.resolve("smollm2-135m-instruct-int4/tokenizer.json")));
    }

    private static JsonSchema schema(String source) {
        return ((SchemaCheck.Sound) JsonSchema.check(source)).schema();
    }

    /// What a model with random logits writes; empty when it comes to no end.
    private static Optional<byte[]> written(
            Sampler sampler, TokenBytes tokens, int end, SplittableRandom random) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int step = 0; step < MOST_TOKENS; step++) {
            int id = sampler.next(logits(tokens, end, random));
            if (id == end) {
                return Optional.of(text.toByteArray());
            }
            text.writeBytes(tokens.of(id));
        }
        return Optional.empty();
    }

    /// Tokens that close something are likelier than others, so that most texts end.
    private static float[] logits(TokenBytes tokens, int end, SplittableRandom random) {
        float[] logits = new float[end + 1];
        for (int id = 0; id < end; id++) {
            byte[] bytes = tokens.of(id);
            boolean closes = bytes.length > 0 && bytes[bytes.length - 1] == '"' && bytes[0] != '\\';
            logits[id] = (float) random.nextDouble() + (closes ? .2f : 0);
        }
        logits[end] = 1.05f;
        return logits;
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    @Test
    void everyTextThatEndsParsesAndMatchesItsSchema() throws Exception {
        TokenBytes tokens = pieces();
        int end = tokens.count();
        TokenTrie trie = new TokenTrie(tokens, Set.of(end));
        assertEquals(1500, finished(tokens, trie, end, 1500, 3), 150);
    }

    @Test
    void everyTextOfTheStartersTokensParsesAndMatchesItsSchema() throws Exception {
        TokenBytes tokens = starter();
        TokenTrie trie = new TokenTrie(tokens, Set.of(2));
        assertTrue(trie.spellsJson());
        // its end of a reply is a token among the others: here it stands behind them
        int end = tokens.count();
        assertEquals(60, finished(tokens, new TokenTrie(tokens, Set.of(end)), end, 60, 2), 20);
    }

    private static int finished(TokenBytes tokens, TokenTrie trie, int end, int rounds, int depth)
            throws Exception {
        int finished = 0;
        for (int round = 0; round < rounds; round++) {
            SplittableRandom random = new SplittableRandom(round);
            String source = new RandomSchema(random).next(depth).toString();
            Sampler sampler =
                    new Sampler(
                            Sampling.GREEDY, Optional.of(new JsonConstraint(schema(source), trie)));
            Optional<byte[]> written = written(sampler, tokens, end, random);
            if (written.isPresent()) {
                String text = text(written.get());
                assertEquals(
                        List.of(), Validation.problems(source, text), () -> source + "\n" + text);
                finished++;
            }
        }
        return finished;
    }

    /// The breaker of the two tests above.
    @Test
    void withoutTheMaskTheTextsDoNotMatch() throws Exception {
        TokenBytes tokens = pieces();
        int end = tokens.count();
        int matched = 0;
        for (int round = 0; round < 100; round++) {
            SplittableRandom random = new SplittableRandom(round);
            String source = new RandomSchema(random).next(3).toString();
            Sampler sampler = new Sampler(Sampling.GREEDY, Optional.empty());
            byte[] written = written(sampler, tokens, end, random).orElse(new byte[0]);
            String text = new String(written, StandardCharsets.UTF_8);
            matched += Validation.problems(source, text).isEmpty() ? 1 : 0;
        }
        assertTrue(matched < 10, matched + " of 100 matched");
    }

    @Test
    void aTokenMayComeIfAllItsBytesMayFollow() {
        TokenBytes tokens = pieces();
        TokenTrie trie = new TokenTrie(tokens, Set.of(tokens.count()));
        for (int round = 0; round < 300; round++) {
            SplittableRandom random = new SplittableRandom(round);
            Patterns patterns = new Patterns();
            Pattern state =
                    new JsonGrammar(patterns)
                            .value(schema(new RandomSchema(random).next(3).toString()).root());
            for (int step = 0; step < 20 && state != patterns.nothing(); step++) {
                BitSet allowed = trie.allowed(state, patterns);
                assertEquals(naively(tokens, state, patterns), allowed);
                int[] ids = allowed.stream().filter(id -> id < tokens.count()).toArray();
                if (ids.length > 0) {
                    state = after(state, tokens.of(ids[random.nextInt(ids.length)]), patterns);
                }
            }
        }
    }

    private static BitSet naively(TokenBytes tokens, Pattern state, Patterns patterns) {
        BitSet allowed = new BitSet();
        for (int id = 0; id < tokens.count(); id++) {
            allowed.set(id, after(state, tokens.of(id), patterns) != patterns.nothing());
        }
        allowed.set(tokens.count(), state.matchesEmpty());
        return allowed;
    }

    private static Pattern after(Pattern state, byte[] bytes, Patterns patterns) {
        Pattern next = state;
        for (byte value : bytes) {
            next = patterns.after(next, value & 0xFF);
        }
        return next;
    }

    @Test
    void aTextOfManyCountedCharactersStaysWithinItsCounts() throws Exception {
        TokenBytes tokens = pieces();
        int end = tokens.count();
        String source = "{\"type\": \"string\", \"minLength\": 6000, \"maxLength\": 6002}";
        JsonConstraint constraint =
                new JsonConstraint(schema(source), new TokenTrie(tokens, Set.of(end)));
        Sampler sampler = new Sampler(Sampling.GREEDY, Optional.of(constraint));
        SplittableRandom random = new SplittableRandom(1);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int id = sampler.next(logits(tokens, end, random));
                id != end;
                id = sampler.next(logits(tokens, end, random))) {
            text.writeBytes(tokens.of(id));
        }
        assertEquals(List.of(), Validation.problems(source, text(text.toByteArray())));
    }

    @ParameterizedTest
    @CsvSource({"KEPT, false", "DROPPED, true"})
    void aBlankComesFirstOnlyWhereItIsLeftOut(TokenBytes.FirstBlank firstBlank, boolean may) {
        String decoder = firstBlank == TokenBytes.FirstBlank.DROPPED ? "Strip" : "Fuse";
        TokenBytes tokens =
                TokenBytes.of(
                        """
                        {"added_tokens": [], "decoder": {"type": "%s"},
                         "model": {"vocab": {"1": 0, "▁1": 1, "▁": 2, "x": 3}}}
                        """
                                .formatted(decoder));
        float[] logits = {1, 1, 1, 1};
        new JsonConstraint(schema("{\"type\": \"integer\"}"), new TokenTrie(tokens, Set.of()))
                .mask(logits);
        assertEquals(1, logits[0]);
        assertEquals(may ? 1 : Float.NEGATIVE_INFINITY, logits[1]);
        assertEquals(Float.NEGATIVE_INFINITY, logits[3]);
    }

    @Test
    void aVocabularyWithoutABraceCannotSpellJson() {
        String vocabulary =
                """
                {"added_tokens": [], "model": {"vocab": {"a": 0, "b": 1}}}
                """;
        assertFalse(new TokenTrie(TokenBytes.of(vocabulary), Set.of()).spellsJson());
    }
}
