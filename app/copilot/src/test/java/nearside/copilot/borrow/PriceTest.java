package nearside.copilot.borrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.copilot.context.cost.CacheTerms;
import nearside.copilot.context.cost.CacheUse;
import nearside.copilot.context.cost.Form;
import nearside.copilot.context.cost.Tariff;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

class PriceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final Price PLAIN = new Price(new BigDecimal("2"), new BigDecimal("8"), DAY);
    private static final Price CACHED =
            new Price(
                    new BigDecimal("2"),
                    new BigDecimal("8"),
                    DAY,
                    Optional.of(new Price.Cached(new BigDecimal("0.2"), Price.Cached.USUAL)));

    @Test
    void whatIsKnownThereCostsItsOwnPriceWhereItHasOne() {
        assertEquals(0, CACHED.usd(10_000, 4_000, 100).compareTo(new BigDecimal("0.0136")));
        assertEquals(0, PLAIN.usd(10_000, 4_000, 100).compareTo(new BigDecimal("0.0208")));
        assertEquals(PLAIN.usd(10_000, 100), CACHED.usd(10_000, 100));
    }

    /// The rule reckons as the sheet does.
    @Test
    void theTariffOfAPriceCostsTheSame() {
        Form warm = new Form(4_000, Duration.ofMinutes(1), 6_000);
        Form cold = new Form(4_000, Duration.ofMinutes(6), 6_000);
        assertEquals(0.0136, usd(CACHED.tariff(), warm), 1e-9);
        assertEquals(0.0208, usd(CACHED.tariff(), cold), 1e-9);
        assertEquals(0.0208, usd(PLAIN.tariff(), warm), 1e-9);
        assertEquals(CacheTerms.NONE, PLAIN.tariff().terms());
    }

    private static double usd(Tariff tariff, Form form) {
        return tariff.usd(form, CacheUse.READ_AND_WRITE, 100);
    }

    @Test
    void noPriceIsNegative() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Price.Cached(new BigDecimal("-1"), Price.Cached.USUAL));
    }
}
