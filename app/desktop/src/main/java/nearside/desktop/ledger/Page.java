package nearside.desktop.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What the ledger page shows above its table.
///
/// @param saved empty where no price is known
/// @param weeks the earliest first
/// @param firstBroken the first row that is missing or was changed
public record Page(
        Counts counts, Optional<Saved> saved, List<Week> weeks, OptionalLong firstBroken) {
    static final Page EMPTY =
            new Page(new Counts(0, 0, 0, 0), Optional.empty(), List.of(), OptionalLong.empty());

    public Page {
        Objects.requireNonNull(counts);
        Objects.requireNonNull(saved);
        weeks = List.copyOf(weeks);
        Objects.requireNonNull(firstBroken);
    }
}
