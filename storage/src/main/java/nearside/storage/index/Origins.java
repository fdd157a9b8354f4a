package nearside.storage.index;

import nearside.storage.search.Filter.Origin;

import java.util.Collection;
import java.util.Optional;

/// Where the parts of a message were written, as the bits of a number.
final class Origins {
    private Origins() {}

    static int bits(Collection<Origin> origins) {
        return origins.stream().mapToInt(Origins::bit).reduce(0, (all, bit) -> all | bit);
    }

    /// The bits of which one must be there; all for no matter which.
    static int wanted(Optional<Origin> origin) {
        return origin.map(Origins::bit).orElse(-1);
    }

    private static int bit(Origin origin) {
        return switch (origin) {
            case HERE -> 1;
            case BORROWED -> 2;
        };
    }
}
