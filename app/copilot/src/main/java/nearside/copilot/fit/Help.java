package nearside.copilot.fit;

/// Something that would help where a model does not run well.
public sealed interface Help {
    /// Conversations of at most so many tokens.
    record ShorterContext(int tokens) implements Help {}

    /// A cache of bytes, which takes a quarter.
    record Int8Cache() implements Help {}

    /// Programs that hold so much memory, closed.
    record ClosePrograms(long bytes) implements Help {}

    /// Another form of the same model.
    record OtherVariant(String id) implements Help {}

    /// A smaller model, which runs well here.
    record SmallerModel(String id) implements Help {}

    /// So much room made on the disk.
    record FreeDisk(long bytes) implements Help {}

    /// Nothing that can be closed: so much more than this device has in all would be needed.
    record MoreMemory(long bytes) implements Help {}
}
