package nearside.desktop.search;

import nearside.storage.search.Excerpt;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A place where something was found.
///
/// @param message empty where the title was found
public record SearchItem(
        String conversation,
        Optional<String> message,
        String title,
        Instant when,
        Excerpt excerpt) {
    public SearchItem {
        Objects.requireNonNull(conversation);
        Objects.requireNonNull(message);
        Objects.requireNonNull(title);
        Objects.requireNonNull(when);
        Objects.requireNonNull(excerpt);
    }
}
