package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.cloud.FarModel;
import nearside.copilot.borrow.Access;
import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Price;
import nearside.copilot.context.Coverage;
import nearside.copilot.context.scope.Scope;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

class WholeTest {
    private static final Coverage POOR = new Coverage(Scope.EVERY_WORD, 1, 1, 30_000, 1_000);
    private static final Access SHUT = new Access.Shut(Access.Why.OFFLINE);

    private static Access open(int window, Optional<Price> price) {
        FarModel far =
                new FarModel(
                        "Big one",
                        URI.create("https://api.example.com/v1"),
                        "big-1",
                        FarModel.Dialect.COMPATIBLE,
                        Optional.empty(),
                        window);
        return new Access.Open(new Lender("one", far, Lender.Whose.CLOUD, price));
    }

    @Test
    void nothingIsMissingWhereTheQuestionIsCovered() {
        Coverage part = new Coverage(Scope.PART, 1, 1, 30_000, 1_000);
        assertEquals(Optional.empty(), Whole.missing(part, SHUT, 100));
        Coverage good = new Coverage(Scope.OVERVIEW, 0.95, 0.5, 30_000, 1_000);
        assertEquals(Optional.empty(), Whole.missing(good, SHUT, 100));
    }

    @Test
    void whoCouldReadAllIsNamedWithTheMostThatItCosts() {
        Price price = new Price(BigDecimal.ONE, BigDecimal.TWO, LocalDate.of(2026, 11, 1));
        assertEquals(
                Optional.of(
                        new Whole(
                                30_000,
                                Optional.of(
                                        new Whole.Reader(
                                                "Big one", Optional.of(new BigDecimal("0.032")))))),
                Whole.missing(POOR, open(128_000, Optional.of(price)), 1_000));
        assertEquals(
                Optional.of(
                        new Whole(
                                30_000,
                                Optional.of(new Whole.Reader("Big one", Optional.empty())))),
                Whole.missing(POOR, open(128_000, Optional.empty()), 1_000));
    }

    @Test
    void nobodyIsNamedWhoCannotReadAllOrMayNotBeAsked() {
        Optional<Whole> nobody = Optional.of(new Whole(30_000, Optional.empty()));
        assertEquals(nobody, Whole.missing(POOR, open(30_500, Optional.empty()), 1_000));
        assertEquals(nobody, Whole.missing(POOR, SHUT, 1_000));
    }
}
