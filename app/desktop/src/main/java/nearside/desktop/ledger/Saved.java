package nearside.desktop.ledger;

import nearside.copilot.borrow.Lender;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the tokens that stayed would have cost.
///
/// @param usd an estimate: the far side counts tokens in its own way
/// @param lender by whose price
/// @param asOf the day of that price
public record Saved(BigDecimal usd, String lender, LocalDate asOf) {
    public Saved {
        Objects.requireNonNull(usd);
        Objects.requireNonNull(lender);
        Objects.requireNonNull(asOf);
    }

    /// At the price of the first one with a known price; empty without one.
    static Optional<Saved> of(Counts counts, List<Lender> lenders) {
        return lenders.stream()
                .flatMap(lender ->
                        lender.price().stream()
                                .map(price ->
                                        new Saved(
                                                price.usd(counts.read(), counts.written()),
                                                lender.model().name(),
                                                price.asOf())))
                .findFirst();
    }
}
