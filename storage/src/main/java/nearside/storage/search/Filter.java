package nearside.storage.search;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Where is looked.
///
/// @param folder the beginning of a folder's name
/// @param from nothing earlier
/// @param until only what is earlier
/// @param origin only messages of which a part was written there
public record Filter(
        Optional<String> folder,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Origin> origin,
        Place place) {

    /// Everywhere but in the trash.
    public static final Filter NONE =
            new Filter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Place.KEPT);

    public Filter {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(place);
    }

    /// Where a message was written.
    public enum Origin {
        HERE,
        BORROWED
    }

    /// Which conversations are looked through.
    public enum Place {
        /// Those that are listed.
        KEPT,
        /// Those that were deleted and can be brought back.
        TRASH
    }

    public Filter inFolder(String name) {
        return new Filter(Optional.of(name), from, until, origin, place);
    }

    public Filter from(Instant moment) {
        return new Filter(folder, Optional.of(moment), until, origin, place);
    }

    public Filter until(Instant moment) {
        return new Filter(folder, from, Optional.of(moment), origin, place);
    }

    public Filter of(Origin written) {
        return new Filter(folder, from, until, Optional.of(written), place);
    }

    public Filter in(Place where) {
        return new Filter(folder, from, until, origin, where);
    }
}
