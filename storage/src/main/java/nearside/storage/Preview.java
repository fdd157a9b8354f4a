package nearside.storage;

/// What bringing a backup's conversations back would do, in numbers.
///
/// @param conversations would come
/// @param messages would come, in those and in others
/// @param mended messages whose lost text would come back
/// @param here conversations that are here already
/// @param inTrash those of them that are in the trash, and stay there
/// @param removed conversations that were removed for good, and stay away
public record Preview(
        int conversations, int messages, int mended, int here, int inTrash, int removed) {
    /// Whether there is anything to bring back.
    public boolean bringsSomething() {
        return conversations + messages + mended > 0;
    }
}
