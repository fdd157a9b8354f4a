package nearside.desktop.downloads;

import nearside.desktop.trouble.Trouble;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// One model on its way here, as it is shown.
///
/// @param part of it that is done, from 0 to 1; empty where nobody can tell
/// @param sentence how it stands
/// @param trouble why it does not come
/// @param deeds what a person can do about it
record TripLine(
        String id,
        String title,
        OptionalDouble part,
        String sentence,
        Optional<Trouble> trouble,
        Set<Deed> deeds) {
    TripLine {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(part);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(trouble);
        deeds = Set.copyOf(deeds);
    }

    /// What a person can do.
    enum Deed {
        PAUSE,
        GO_ON,
        USE,
        /// Stops it, and throws away what is here.
        GIVE_UP,
        /// Takes the line away; what is here stays.
        CLOSE
    }
}
