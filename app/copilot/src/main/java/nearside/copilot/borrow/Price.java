package nearside.copilot.borrow;

import nearside.copilot.context.cost.CacheTerms;
import nearside.copilot.context.cost.CacheTerms.Writing;
import nearside.copilot.context.cost.Tariff;
import nearside.copilot.context.cost.TokenPrices;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/// What a far model costs.
///
/// @param usdIn for a million tokens that it reads
/// @param usdOut for a million tokens that it writes
/// @param asOf the day on which that was so
/// @param cached what tokens cost that it read lately; empty where they cost what others do
public record Price(BigDecimal usdIn, BigDecimal usdOut, LocalDate asOf, Optional<Cached> cached) {
    static final Price NOTHING = new Price(BigDecimal.ZERO, BigDecimal.ZERO, LocalDate.EPOCH);

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public Price {
        if (usdIn.signum() < 0 || usdOut.signum() < 0) {
            throw new IllegalArgumentException("negative price: " + usdIn + ", " + usdOut);
        }
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(cached);
    }

    /// One at which all that it reads costs the same.
    public Price(BigDecimal usdIn, BigDecimal usdOut, LocalDate asOf) {
        this(usdIn, usdOut, asOf, Optional.empty());
    }

    /// What the beginning of a prompt costs that was sent before.
    ///
    /// @param usd for a million of its tokens
    /// @param terms how long it is known, and how much of it
    public record Cached(BigDecimal usd, CacheTerms terms) {
        /// What most services keep to that say no more than a price: OpenAI's guide to prompt
        /// caching names 1,024 tokens at least and 5 to 10 minutes since the last use.
        public static final CacheTerms USUAL =
                new CacheTerms(Duration.ofMinutes(5), 1_024, 1, Writing.AUTOMATIC);

        public Cached {
            if (usd.signum() < 0) {
                throw new IllegalArgumentException("negative price: " + usd);
            }
            Objects.requireNonNull(terms);
        }
    }

    /// What so many tokens cost, in US dollars.
    public BigDecimal usd(long read, long written) {
        return usd(read, 0, written);
    }

    /// What so many tokens cost, in US dollars.
    ///
    /// @param known tokens of those that it reads that it read lately
    public BigDecimal usd(long read, long known, long written) {
        BigDecimal forKnown = cached.map(Cached::usd).orElse(usdIn);
        return usdIn.multiply(BigDecimal.valueOf(read - known))
                .add(forKnown.multiply(BigDecimal.valueOf(known)))
                .add(usdOut.multiply(BigDecimal.valueOf(written)))
                .divide(MILLION);
    }

    /// As the cost rule sees it. Where nothing is known of a cache, there is none.
    Tariff tariff() {
        double in = usdIn.doubleValue();
        double known = cached.map(it -> it.usd().doubleValue()).orElse(in);
        return new Tariff(
                new TokenPrices(in, known, in, usdOut.doubleValue()),
                cached.map(Cached::terms).orElse(CacheTerms.NONE));
    }
}
