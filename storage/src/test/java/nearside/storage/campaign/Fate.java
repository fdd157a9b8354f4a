package nearside.storage.campaign;

/// What becomes of the writes that were not forced when the power goes.
enum Fate {
    ALL,
    NONE,
    /// The first ones, and of the next one some sectors from its start.
    FIRST,
    /// Any of them; a file may have become longer without what should stand there.
    ANY,
    /// Any sectors of any of them.
    TORN
}
