package nearside.desktop.history;

import nearside.storage.Label;

import java.util.Objects;

/// Which conversations the list shows.
public sealed interface Filter {
    /// All that are not put away.
    record All() implements Filter {}

    /// Those of a folder that are not put away.
    record InFolder(Label folder) implements Filter {
        public InFolder {
            Objects.requireNonNull(folder);
        }
    }

    /// Those with a tag that are not put away.
    record Tagged(Label tag) implements Filter {
        public Tagged {
            Objects.requireNonNull(tag);
        }
    }

    /// Those that are put away.
    record Archived() implements Filter {}
}
