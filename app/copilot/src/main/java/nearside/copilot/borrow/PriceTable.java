package nearside.copilot.borrow;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.copilot.context.cost.CacheTerms;
import nearside.copilot.context.cost.CacheTerms.Writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Prices that come with the program, each from the provider's own page. They fill fields that a
/// person can change; what is not here is not known.
public record PriceTable(List<Row> rows) {
    public PriceTable {
        rows = List.copyOf(rows);
    }

    /// One model of one far side.
    ///
    /// @param host in lower case
    /// @param window the most tokens that it reads and writes together
    /// @param source the page that says so
    public record Row(String host, String model, Price price, int window, URI source) {
        public Row {
            Objects.requireNonNull(host);
            Objects.requireNonNull(model);
            Objects.requireNonNull(price);
            Objects.requireNonNull(source);
        }
    }

    /// The table of this version.
    public static PriceTable shipped() {
        try (InputStream in = PriceTable.class.getResourceAsStream("prices.json")) {
            return new PriceTable(rows(Objects.requireNonNull(in, "prices.json")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Row> rows(InputStream in) {
        JsonArray prices =
                JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .getAsJsonObject()
                        .getAsJsonArray("prices");
        return prices.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(PriceTable::row)
                .toList();
    }

    private static Row row(JsonObject json) {
        return new Row(
                json.get("host").getAsString(),
                json.get("model").getAsString(),
                new Price(
                        json.get("usd_in").getAsBigDecimal(),
                        json.get("usd_out").getAsBigDecimal(),
                        LocalDate.parse(json.get("read").getAsString()),
                        Optional.ofNullable(json.getAsJsonObject("cached"))
                                .map(PriceTable::cached)),
                json.get("window").getAsInt(),
                URI.create(json.get("source").getAsString()));
    }

    private static Price.Cached cached(JsonObject json) {
        return new Price.Cached(
                json.get("usd_in").getAsBigDecimal(),
                new CacheTerms(
                        Duration.ofSeconds(json.get("seconds").getAsLong()),
                        json.get("least_tokens").getAsInt(),
                        json.get("step_tokens").getAsInt(),
                        Writing.AUTOMATIC));
    }

    /// What is known of a model at that address.
    public Optional<Row> of(URI address, String model) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(it -> it.host().equals(host) && it.model().equals(model.strip()))
                .findFirst();
    }
}
