package nearside.copilot.borrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import nearside.copilot.context.cost.CacheTerms;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/// Prices come from somewhere, and what is not known is not invented.
class PriceTableTest {
    private static final URI OPENAI = URI.create("https://API.openai.com/v1");

    private final PriceTable table = PriceTable.shipped();

    @Test
    void aModelOfThatFarSideHasItsPrice() {
        assertEquals(
                Optional.of(
                        new Price(
                                new BigDecimal("0.25"),
                                new BigDecimal("2.00"),
                                LocalDate.of(2026, 11, 29),
                                Optional.of(
                                        new Price.Cached(
                                                new BigDecimal("0.025"),
                                                new CacheTerms(
                                                        Duration.ofMinutes(5),
                                                        1_024,
                                                        128,
                                                        CacheTerms.Writing.AUTOMATIC))))),
                table.of(OPENAI, " gpt-5-mini ").map(PriceTable.Row::price));
    }

    @Test
    void nothingIsSaidOfOthers() {
        assertEquals(Optional.empty(), table.of(OPENAI, "gpt-unheard-of"));
        assertEquals(Optional.empty(), table.of(URI.create("https://far.example"), "gpt-5-mini"));
        assertEquals(Optional.empty(), table.of(URI.create("nowhere"), "gpt-5-mini"));
    }

    /// The provider's own pages only.
    @Test
    void everyFigureHasItsSource() {
        assertFalse(table.rows().isEmpty());
        for (PriceTable.Row row : table.rows()) {
            String provider = row.host().replaceFirst("^api\\.", "");
            assertEquals("developers." + provider, row.source().getHost(), row.model());
        }
    }
}
