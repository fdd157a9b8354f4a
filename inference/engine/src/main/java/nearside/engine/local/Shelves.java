package nearside.engine.local;

/// Where a worker's findings are kept from one start to the next.
///
/// @param scales scales of int8 KV caches
/// @param snapshots keys and values of conversations
record Shelves(ScaleShelf scales, SnapshotShelf snapshots) {
    static final Shelves NONE = new Shelves(ScaleShelf.NONE, SnapshotShelf.NONE);
}
