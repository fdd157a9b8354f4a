package nearside.copilot.borrow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/// What a far model costs.
///
/// @param usdIn for a million tokens that it reads
/// @param usdOut for a million tokens that it writes
/// @param asOf the day on which that was so
public record Price(BigDecimal usdIn, BigDecimal usdOut, LocalDate asOf) {
    static final Price NOTHING = new Price(BigDecimal.ZERO, BigDecimal.ZERO, LocalDate.EPOCH);

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public Price {
        if (usdIn.signum() < 0 || usdOut.signum() < 0) {
            throw new IllegalArgumentException("negative price: " + usdIn + ", " + usdOut);
        }
        Objects.requireNonNull(asOf);
    }

    /// What so many tokens cost, in US dollars.
    public BigDecimal usd(long read, long written) {
        return usdIn.multiply(BigDecimal.valueOf(read))
                .add(usdOut.multiply(BigDecimal.valueOf(written)))
                .divide(MILLION);
    }
}
