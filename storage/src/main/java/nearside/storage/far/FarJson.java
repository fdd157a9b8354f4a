package nearside.storage.far;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.storage.far.FarEntry.Dialect;
import nearside.storage.far.FarEntry.Door;
import nearside.storage.far.FarEntry.Header;
import nearside.storage.far.FarEntry.Model;
import nearside.storage.far.FarEntry.Price;
import nearside.storage.far.FarEntry.Secret;
import nearside.storage.far.FarEntry.Whose;

import java.net.URI;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The list of far models as JSON. Each secret in it is sealed on its own: one whose address was
/// changed is gone rather than sent elsewhere.
public record FarJson(KeySeal seal) {
    private static final Gson GSON = new Gson();
    private static final int FORMAT = 1;

    public String text(List<FarEntry> entries) {
        JsonArray models = new JsonArray();
        entries.forEach(entry -> models.add(json(entry)));
        JsonObject all = new JsonObject();
        all.addProperty("format", FORMAT);
        all.add("models", models);
        return GSON.toJson(all);
    }

    private JsonObject json(FarEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("id", entry.id());
        json.addProperty("name", entry.name());
        json.addProperty("whose", word(entry.whose()));
        json.addProperty("address", entry.door().address().toString());
        json.addProperty("header", word(entry.door().header()));
        entry.door().secret().ifPresent(it -> json.addProperty("key", sealed(entry, it)));
        json.addProperty("model", entry.model().name());
        json.addProperty("dialect", word(entry.model().dialect()));
        json.addProperty("window", entry.model().window());
        entry.price()
                .ifPresent(price -> {
                    json.addProperty("usd_in", price.usdIn());
                    json.addProperty("usd_out", price.usdOut());
                    json.addProperty("as_of", price.asOf().toString());
                    price.usdCached().ifPresent(it -> json.addProperty("usd_cached", it));
                });
        return json;
    }

    private String sealed(FarEntry entry, Secret secret) {
        return Base64.getEncoder()
                .encodeToString(seal.seal(entry.id(), entry.door().server(), secret.value()));
    }

    /// Reads what [#text] wrote; empty for anything else.
    public Optional<List<FarEntry>> read(String text) {
        try {
            JsonObject all = JsonParser.parseString(text).getAsJsonObject();
            return all.get("format").getAsInt() == FORMAT
                    ? Optional.of(
                            all.getAsJsonArray("models").asList().stream()
                                    .map(JsonElement::getAsJsonObject)
                                    .map(this::entry)
                                    .toList())
                    : Optional.empty();
        } catch (RuntimeException other) {
            return Optional.empty();
        }
    }

    private FarEntry entry(JsonObject json) {
        String id = text(json, "id");
        Door bare =
                new Door(
                        URI.create(text(json, "address")),
                        Header.valueOf(name(json, "header")),
                        Optional.empty());
        return new FarEntry(
                id,
                text(json, "name"),
                Whose.valueOf(name(json, "whose")),
                new Door(bare.address(), bare.header(), secret(json, id, bare)),
                new Model(
                        text(json, "model"),
                        Dialect.valueOf(name(json, "dialect")),
                        json.get("window").getAsInt()),
                price(json));
    }

    private Optional<Secret> secret(JsonObject json, String id, Door door) {
        return json.has("key")
                ? seal.open(id, door.server(), Base64.getDecoder().decode(text(json, "key")))
                        .map(Secret::new)
                : Optional.empty();
    }

    private static Optional<Price> price(JsonObject json) {
        return json.has("as_of")
                ? Optional.of(
                        new Price(
                                json.get("usd_in").getAsBigDecimal(),
                                json.get("usd_out").getAsBigDecimal(),
                                LocalDate.parse(text(json, "as_of")),
                                Optional.ofNullable(json.get("usd_cached"))
                                        .map(JsonElement::getAsBigDecimal)))
                : Optional.empty();
    }

    private static String text(JsonObject json, String key) {
        return json.get(key).getAsString();
    }

    private static String name(JsonObject json, String key) {
        return text(json, key).toUpperCase(Locale.ROOT);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
