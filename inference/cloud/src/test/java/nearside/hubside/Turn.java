package nearside.hubside;

/// A request whose turn it is.
///
/// @param nth of this kind since the script began, from 1
/// @param nthOfPath of this kind with this path, from 1
public record Turn(Kind kind, int nth, int nthOfPath, HubRequest request) {
    /// What is asked for.
    public enum Kind {
        /// The list of a folder.
        TREE,
        /// A file on the hub.
        RESOLVE,
        /// Large content on the storage host.
        STORAGE,
        /// Anything else.
        EXTRA
    }
}
