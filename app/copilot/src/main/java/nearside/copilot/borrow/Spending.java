package nearside.copilot.borrow;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import nearside.storage.Ledger;
import nearside.storage.ledger.LedgerEvent;
import nearside.storage.ledger.LedgerRow;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What was borrowed cost so far, by the ledger: the tokens that each far side counted, at the
/// price that was known when it was asked.
public final class Spending {
    private static final String TOKENS = "leaves_tokens";
    private static final String USD_IN = "usd_in";
    private static final String USD_OUT = "usd_out";

    private final Ledger ledger;
    private final InstantSource clock;
    private final ZoneId zone;

    public Spending(Ledger ledger, InstantSource clock, ZoneId zone) {
        this.ledger = Objects.requireNonNull(ledger);
        this.clock = Objects.requireNonNull(clock);
        this.zone = Objects.requireNonNull(zone);
    }

    /// Puts into the record of a decision what leaves, and what its cost is reckoned from.
    public static void note(Offer offer, JsonObject figures) {
        figures.addProperty("leaves_to", offer.lender().model().origin().host());
        figures.addProperty(TOKENS, offer.weight().tokens());
        figures.addProperty("leaves_known_tokens", offer.known());
        offer.lender()
                .price()
                .ifPresent(price -> {
                    figures.addProperty(USD_IN, price.usdIn());
                    figures.addProperty(USD_OUT, price.usdOut());
                    figures.addProperty("price_as_of", price.asOf().toString());
                });
    }

    /// In US dollars, since midnight.
    public BigDecimal today() {
        return since(day());
    }

    /// In US dollars, since the first of the month.
    public BigDecimal thisMonth() {
        return since(day().withDayOfMonth(1));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private BigDecimal since(LocalDate day) {
        Instant from = day.atStartOfDay(zone).toInstant();
        return of(ledger.rows().stream().filter(row -> !row.at().isBefore(from)).toList());
    }

    /// What these attempts cost. One whose end is not known counts as its question.
    static BigDecimal of(List<LedgerRow> rows) {
        Map<Long, Attempt> attempts = new HashMap<>();
        for (LedgerRow row : rows) {
            switch (row.event()) {
                case LedgerEvent.Began began ->
                        attempt(began).ifPresent(it -> attempts.put(row.number(), it));
                case LedgerEvent.Ended ended ->
                        attempts.computeIfPresent(
                                ended.attempt(),
                                (_, it) -> it.with(ended.tokensRead(), ended.tokensWritten()));
            }
        }
        return attempts.values().stream()
                .map(Attempt::usd)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<Attempt> attempt(LedgerEvent.Began began) {
        try {
            JsonObject figures = JsonParser.parseString(began.figures()).getAsJsonObject();
            return figures.has(USD_IN)
                    ? Optional.of(
                            new Attempt(
                                    new Price(
                                            figures.get(USD_IN).getAsBigDecimal(),
                                            figures.get(USD_OUT).getAsBigDecimal(),
                                            LocalDate.EPOCH),
                                    figures.get(TOKENS).getAsInt(),
                                    0))
                    : Optional.empty();
        } catch (JsonParseException | IllegalStateException none) {
            return Optional.empty();
        }
    }

    private record Attempt(Price price, int read, int written) {
        Attempt with(int tokensRead, int tokensWritten) {
            return new Attempt(price, tokensRead, tokensWritten);
        }

        BigDecimal usd() {
            return price.usd(read, written);
        }
    }
}
