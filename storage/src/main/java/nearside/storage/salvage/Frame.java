package nearside.storage.salvage;

/// One version of a page in a write-ahead log.
///
/// @param index its place in the log, counted from zero
/// @param page the number of the page, as far as it can be trusted
/// @param commit whether a transaction ends with it, as far as that can be trusted
record Frame(int index, long page, Commit commit, Trust trust) {
    enum Commit {
        YES,
        NO
    }

    enum Trust {
        /// Its checksum goes on from the frame before.
        SOUND,
        /// The frame before is damaged, so that nothing can be said.
        UNKNOWN,
        /// Its checksum does not go on from the frame before, which is sound.
        BROKEN
    }

    boolean isCommit() {
        return commit == Commit.YES;
    }
}
