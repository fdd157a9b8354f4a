package nearside.storage.index;

import nearside.storage.search.Filter.Origin;
import nearside.storage.search.Filter.Place;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A filter in the numbers of the index.
///
/// @param folders empty for no matter which
/// @param fromNanos the first moment, since 1970
/// @param untilNanos the first moment after
public record Bounds(
        Optional<Set<Long>> folders,
        long fromNanos,
        long untilNanos,
        Optional<Origin> origin,
        Place place) {

    public static final Bounds NONE =
            new Bounds(
                    Optional.empty(), Long.MIN_VALUE, Long.MAX_VALUE, Optional.empty(), Place.KEPT);

    public Bounds {
        folders = folders.map(Set::copyOf);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(place);
    }
}
