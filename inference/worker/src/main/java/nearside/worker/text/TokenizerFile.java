package nearside.worker.text;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What `tokenizer.json` says about added tokens, and that file with other names for them.
final class TokenizerFile {
    private TokenizerFile() {}

    /// Reads the added tokens and skips everything else.
    static List<AddedToken> addedTokens(String json) throws IOException {
        List<AddedToken> tokens = new ArrayList<>();
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.beginObject();
            while (reader.hasNext()) {
                if (reader.nextName().equals("added_tokens")) {
                    JsonArray added = new Gson().fromJson(reader, JsonArray.class);
                    added.forEach(token -> tokens.add(token(token.getAsJsonObject())));
                    return List.copyOf(tokens); // nothing behind it is wanted
                }
                reader.skipValue();
            }
        }
        return List.of();
    }

    private static AddedToken token(JsonObject token) {
        return new AddedToken(
                token.get("id").getAsInt(),
                token.get("content").getAsString(),
                token.get("special").getAsBoolean());
    }

    /// The same tokenizer, in which the added tokens of `names` are called by their new names.
    static String renamed(String json, Map<String, String> names) {
        JsonObject tokenizer = new Gson().fromJson(json, JsonObject.class);
        for (JsonElement token : tokenizer.getAsJsonArray("added_tokens")) {
            rename(token.getAsJsonObject(), "content", names);
        }
        JsonObject model = tokenizer.getAsJsonObject("model");
        rename(model, "unk_token", names);
        renameVocabulary(model, names);
        if (model.has("merges")) {
            model.add("merges", mergesWithout(names, model.getAsJsonArray("merges")));
        }
        return tokenizer.toString();
    }

    private static void rename(JsonObject object, String key, Map<String, String> names) {
        JsonElement name = object.get(key);
        if (name != null && name.isJsonPrimitive()) {
            object.addProperty(key, names.getOrDefault(name.getAsString(), name.getAsString()));
        }
    }

    /// A mapping from piece to id, or (Unigram) a list of pairs of piece and score.
    private static void renameVocabulary(JsonObject model, Map<String, String> names) {
        JsonElement vocabulary = model.get("vocab");
        if (vocabulary instanceof JsonObject pieces) {
            names.forEach((old, fresh) -> {
                if (pieces.has(old)) {
                    pieces.add(fresh, pieces.remove(old));
                }
            });
        } else if (vocabulary instanceof JsonArray pairs) {
            for (JsonElement pair : pairs) {
                JsonArray piece = pair.getAsJsonArray();
                String name = piece.get(0).getAsString();
                piece.set(0, new JsonPrimitive(names.getOrDefault(name, name)));
            }
        }
    }

    /// Merges that would build a renamed token out of ordinary pieces are gone with its name.
    private static JsonArray mergesWithout(Map<String, String> names, JsonArray merges) {
        JsonArray kept = new JsonArray(merges.size());
        for (JsonElement merge : merges) {
            List<String> sides = sides(merge);
            if (!names.containsKey(String.join("", sides))
                    && sides.stream().noneMatch(names::containsKey)) {
                kept.add(merge);
            }
        }
        return kept;
    }

    private static List<String> sides(JsonElement merge) {
        return merge instanceof JsonArray pair
                ? List.of(pair.get(0).getAsString(), pair.get(1).getAsString())
                : List.of(merge.getAsString().split(" ", 2));
    }
}
