package nearside.cloud.download;

import java.util.Objects;

/// How far a download is.
///
/// @param hereBytes that lie on the disk
/// @param verifiedBytes of them that were summed up
/// @param wholeBytes of the model; zero while it is not known
/// @param cameBytes over all connections since it was begun or begun again
public record Progress(
        Stage stage, long hereBytes, long verifiedBytes, long wholeBytes, long cameBytes) {
    /// What is being done.
    public enum Stage {
        /// Asking the hub what there is.
        LISTING,
        FETCHING,
        /// Nothing came; it is tried again after a pause.
        WAITING,
        /// All is here and is summed up.
        VERIFYING
    }

    public Progress {
        Objects.requireNonNull(stage);
    }
}
