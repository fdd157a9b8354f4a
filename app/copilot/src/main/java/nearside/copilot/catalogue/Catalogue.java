package nearside.copilot.catalogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The models that somebody vouches for with a signature.
///
/// @param serial grows with each issue
/// @param models ids of models and variants are unique among all of them
public record Catalogue(long serial, LocalDate issued, List<Entry> models) {
    static final long MOST_SERIAL = 1L << 53;
    static final int MOST_MODELS = 500;

    public Catalogue {
        Range.check("serial", serial, 1, MOST_SERIAL);
        Objects.requireNonNull(issued);
        models = List.copyOf(models);
        Range.check("models", models.size(), 0, MOST_MODELS);
        repeatedId(models)
                .ifPresent(id -> {
                    throw new IllegalArgumentException("there are two " + id);
                });
    }

    /// The first id that is given twice.
    static Optional<String> repeatedId(List<Entry> models) {
        Set<String> seen = new HashSet<>();
        return models.stream().flatMap(Entry::ids).filter(id -> !seen.add(id)).findFirst();
    }
}
