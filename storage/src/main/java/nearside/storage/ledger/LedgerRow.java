package nearside.storage.ledger;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import nearside.storage.ledger.LedgerEvent.Began;
import nearside.storage.ledger.LedgerEvent.Ended;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// One row of the ledger, chained to the one before: its chain is the SHA-256 of that one's chain,
/// a line feed, and this row's JSON without the chain. The first one hangs on 64 zeros.
public record LedgerRow(long number, Instant at, LedgerEvent event, String chain) {
    static final String START = "0".repeat(64);

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    public LedgerRow {
        Objects.requireNonNull(at);
        Objects.requireNonNull(event);
        Objects.requireNonNull(chain);
    }

    /// The row behind another.
    ///
    /// @param before the chain of that one
    static LedgerRow behind(String before, long number, Instant at, LedgerEvent event) {
        LedgerRow loose = new LedgerRow(number, at, event, "");
        return new LedgerRow(number, at, event, loose.chained(before));
    }

    /// Whether it stands behind the row with that chain, and was not changed since.
    boolean isBehind(String before) {
        return chain.equals(chained(before));
    }

    private String chained(String before) {
        byte[] line = (before + "\n" + GSON.toJson(plain())).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// One line of JSON, as it is kept and exported.
    public String json() {
        JsonObject json = plain();
        json.addProperty("chain", chain);
        return GSON.toJson(json);
    }

    private JsonObject plain() {
        JsonObject json = new JsonObject();
        json.addProperty("number", number);
        json.addProperty("at", at.toString());
        switch (event) {
            case Began(var far, var purpose, var reason, var figures, var parts) -> {
                json.addProperty("event", "began");
                json.addProperty("far", far);
                json.addProperty("purpose", purpose);
                json.addProperty("reason", reason);
                json.addProperty("figures", figures);
                JsonArray ids = new JsonArray();
                parts.forEach(ids::add);
                json.add("parts", ids);
            }
            case Ended(
                            long attempt,
                            var outcome,
                            int status,
                            long out,
                            long in,
                            int read,
                            int written) -> {
                json.addProperty("event", "ended");
                json.addProperty("attempt", attempt);
                json.addProperty("outcome", outcome);
                json.addProperty("status", status);
                json.addProperty("bytes_out", out);
                json.addProperty("bytes_in", in);
                json.addProperty("tokens_read", read);
                json.addProperty("tokens_written", written);
            }
        }
        return json;
    }

    /// Reads what [#json] wrote.
    ///
    /// @throws JsonParseException if it is anything else
    static LedgerRow of(String line) {
        try {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            return new LedgerRow(
                    json.get("number").getAsLong(),
                    Instant.parse(json.get("at").getAsString()),
                    event(json),
                    json.get("chain").getAsString());
        } catch (RuntimeException other) {
            throw new JsonParseException("no row of a ledger", other);
        }
    }

    private static LedgerEvent event(JsonObject json) {
        return switch (json.get("event").getAsString()) {
            case "began" ->
                    new Began(
                            json.get("far").getAsString(),
                            json.get("purpose").getAsString(),
                            json.get("reason").getAsString(),
                            json.get("figures").getAsString(),
                            ids(json.getAsJsonArray("parts")));
            case "ended" ->
                    new Ended(
                            json.get("attempt").getAsLong(),
                            json.get("outcome").getAsString(),
                            json.get("status").getAsInt(),
                            json.get("bytes_out").getAsLong(),
                            json.get("bytes_in").getAsLong(),
                            json.get("tokens_read").getAsInt(),
                            json.get("tokens_written").getAsInt());
            default -> throw new JsonParseException("no event of a ledger");
        };
    }

    private static List<String> ids(JsonArray parts) {
        return parts.asList().stream().map(JsonElement::getAsString).toList();
    }
}
