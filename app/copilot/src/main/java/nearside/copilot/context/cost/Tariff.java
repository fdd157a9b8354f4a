package nearside.copilot.context.cost;

import java.util.Objects;

/// What a far side takes for tokens, and when.
public record Tariff(TokenPrices prices, CacheTerms terms) {
    public Tariff {
        Objects.requireNonNull(prices);
        Objects.requireNonNull(terms);
    }

    /// What a prompt in that form and its answer cost, in US dollars.
    public double usd(Form form, CacheUse use, long outputTokens) {
        return prices.usd(terms.bill(form, use, outputTokens));
    }
}
