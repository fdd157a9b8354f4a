package nearside.copilot.context.cost;

import nearside.copilot.context.cost.CacheTerms.Writing;

import java.time.Duration;

/// Three ways in which far sides bill, with prices in US dollars for a million tokens that stood on
/// public pages in 2026.
enum PublicTariff {
    /// Anthropic's pricing page, Claude Opus 5: 5 in, 25 out; to be kept for five minutes 6.25,
    /// read from the cache 0.50. Its page on prompt caching: only where it is asked for, from 1,024
    /// tokens on with most models.
    EXPLICIT,
    /// GPT-4o as public listings give it: 2.50 in, 1.25 cached, 10 out; from 1,024 tokens on in
    /// steps of 128, in general for 5 to 10 minutes after the last use.
    AUTOMATIC_HALF,
    /// GPT-5.4 as public listings give it: 2.50 in, 0.25 cached, 15 out.
    AUTOMATIC_TENTH;

    Tariff tariff() {
        return switch (this) {
            case EXPLICIT -> new Tariff(new TokenPrices(5, 0.50, 6.25, 25), onRequest());
            case AUTOMATIC_HALF -> new Tariff(new TokenPrices(2.50, 1.25, 2.50, 10), automatic());
            case AUTOMATIC_TENTH -> new Tariff(new TokenPrices(2.50, 0.25, 2.50, 15), automatic());
        };
    }

    private static CacheTerms onRequest() {
        return new CacheTerms(Duration.ofMinutes(5), 1_024, 1, Writing.ON_REQUEST);
    }

    private static CacheTerms automatic() {
        return new CacheTerms(Duration.ofMinutes(5), 1_024, 128, Writing.AUTOMATIC);
    }
}
