package nearside.copilot.context.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenPricesTest {
    @ParameterizedTest
    @CsvSource({
        "1000000, 0, 0, 0, 3.00",
        "0, 1000000, 0, 0, 0.30",
        "0, 0, 1000000, 0, 3.75",
        "0, 0, 0, 1000000, 15.00",
        "1000, 20000, 400, 300, 0.015"
    })
    void addsUpEachKindAtItsPrice(long uncached, long cached, long written, long out, double usd) {
        assertEquals(
                usd,
                new TokenPrices(3, 0.30, 3.75, 15).usd(new Billed(uncached, cached, written, out)),
                1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAPriceThatIsNone(double price) {
        assertEquals(
                "expected finite prices of zero or more, found 1.0 in, "
                        + price
                        + " read, 1.0 write, 1.0 out",
                assertThrows(IllegalArgumentException.class, () -> new TokenPrices(1, price, 1, 1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new TokenPrices(price, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new TokenPrices(1, 1, price, 1));
        assertThrows(IllegalArgumentException.class, () -> new TokenPrices(1, 1, 1, price));
    }

    @Test
    void refusesFewerTokensThanNone() {
        assertEquals(
                "expected tokens of zero or more, found 1 uncached, -2 cached, 3 written, 4 output",
                assertThrows(IllegalArgumentException.class, () -> new Billed(1, -2, 3, 4))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Billed(-1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Billed(0, 0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Billed(0, 0, 0, -1));
    }
}
