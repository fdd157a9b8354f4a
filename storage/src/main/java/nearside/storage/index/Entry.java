package nearside.storage.index;

import nearside.storage.search.Filter.Origin;

import java.util.Objects;
import java.util.Set;

/// A message or a title as it is put into the index.
///
/// @param subject tells it from all others, for good
/// @param timeNanos when it was begun, since 1970
/// @param tokens see [#of]
public record Entry(long subject, Talk talk, long timeNanos, Set<Origin> origins, String tokens) {
    public Entry {
        Objects.requireNonNull(talk);
        origins = Set.copyOf(origins);
        Objects.requireNonNull(tokens);
    }

    public static Entry of(
            long subject, Talk talk, long timeNanos, Set<Origin> origins, String text) {
        return new Entry(subject, talk, timeNanos, origins, Tokens.joined(text));
    }
}
