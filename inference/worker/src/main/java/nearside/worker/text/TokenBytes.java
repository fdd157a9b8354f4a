package nearside.worker.text;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The bytes that each token adds to a text, as the vocabulary in `tokenizer.json` gives them.
///
/// Byte-level vocabularies (GPT-2) spell each byte as one printable character. All others spell a
/// blank as U+2581 and a single byte as `<0x0A>` (SentencePiece with byte fallback). Added tokens
/// have no bytes here: they steer the model or save it work, and no text needs them.
public final class TokenBytes {
    private static final byte[] NONE = {};

    private final byte[][] byId;
    private final FirstBlank firstBlank;

    /// What becomes of a blank at the very start of a text.
    public enum FirstBlank {
        KEPT,
        /// Decoding leaves it out.
        DROPPED
    }

    private TokenBytes(byte[][] byId, FirstBlank firstBlank) {
        this.byId = byId;
        this.firstBlank = firstBlank;
    }

    public FirstBlank firstBlank() {
        return firstBlank;
    }

    /// Ids from 0 to below this may have bytes.
    public int count() {
        return byId.length;
    }

    /// The token's own bytes, not to be changed; empty for ids without any.
    public byte[] of(int id) {
        return id < byId.length ? byId[id] : NONE;
    }

    /// Reads the text of a `tokenizer.json`.
    public static TokenBytes of(String json) {
        JsonObject file = new Gson().fromJson(json, JsonObject.class);
        Map<String, Integer> pieces = pieces(file.getAsJsonObject("model").get("vocab"));
        String decoder = String.valueOf(file.get("decoder"));
        Spelling spelling =
                decoder.contains("\"ByteLevel\"") ? TokenBytes::byteLevel : TokenBytes::fallback;
        byte[][] byId = new byte[1 + pieces.values().stream().mapToInt(id -> id).max().orElse(0)][];
        Arrays.fill(byId, NONE);
        pieces.forEach((piece, id) -> byId[id] = spelling.bytes(piece).orElse(NONE));
        for (JsonElement added : file.getAsJsonArray("added_tokens")) {
            int id = added.getAsJsonObject().get("id").getAsInt();
            if (id < byId.length) {
                byId[id] = NONE;
            }
        }
        return new TokenBytes(byId, firstBlank(decoder));
    }

    private interface Spelling {
        Optional<byte[]> bytes(String piece);
    }

    /// A mapping from piece to id, or (Unigram) a list of pairs of piece and score.
    private static Map<String, Integer> pieces(JsonElement vocabulary) {
        Map<String, Integer> pieces = new HashMap<>();
        if (vocabulary instanceof JsonArray pairs) {
            for (int id = 0; id < pairs.size(); id++) {
                pieces.put(pairs.get(id).getAsJsonArray().get(0).getAsString(), id);
            }
        } else if (vocabulary instanceof JsonObject ids) {
            ids.entrySet()
                    .forEach(entry -> pieces.put(entry.getKey(), entry.getValue().getAsInt()));
        }
        return pieces;
    }

    private static Optional<byte[]> byteLevel(String piece) {
        byte[] bytes = new byte[piece.length()];
        for (int i = 0; i < bytes.length; i++) {
            int value = ByteAlphabet.byteOf(piece.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> fallback(String piece) {
        if (piece.matches("<0x[0-9A-F]{2}>")) {
            return Optional.of(new byte[] {(byte) Integer.parseInt(piece, 3, 5, 16)});
        }
        return Optional.of(piece.replace('\u2581', ' ').getBytes(StandardCharsets.UTF_8));
    }

    private static FirstBlank firstBlank(String decoder) {
        boolean strips = decoder.contains("\"Strip\"") || decoder.contains("\"Metaspace\"");
        return strips ? FirstBlank.DROPPED : FirstBlank.KEPT;
    }
}
