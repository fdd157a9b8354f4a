package nearside.desktop.search;

/// How a search stands.
public sealed interface Standing {
    /// Nothing is looked for.
    record Nothing() implements Standing {}

    /// What was not read yet may hold more.
    record Reading(int read, int all) implements Standing {}

    /// All was looked through.
    record Complete() implements Standing {}
}
