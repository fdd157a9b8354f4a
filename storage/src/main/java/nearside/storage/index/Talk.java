package nearside.storage.index;

import nearside.storage.search.Filter;

import java.util.Objects;
import java.util.Optional;

/// A conversation as far as it decides what is found in it.
///
/// @param seq its number in the file
public record Talk(long seq, String id, Optional<Long> folder, Filter.Place place) {
    public Talk {
        Objects.requireNonNull(id);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(place);
    }
}
