package nearside.storage.salvage;

import java.util.Optional;

/// Where pages are found by their number.
interface PageSource {
    /// The newest version of a page; empty where there is none. Not to be changed.
    Optional<byte[]> page(long number);
}
