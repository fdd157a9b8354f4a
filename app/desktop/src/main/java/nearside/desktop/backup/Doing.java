package nearside.desktop.backup;

/// What goes on with the backups.
public sealed interface Doing {
    /// Nothing was chosen yet.
    record Idle() implements Doing {}

    /// What is there is being read.
    record Looking() implements Doing {}

    /// What the chosen backup would bring.
    ///
    /// @param mended messages whose lost text would come back
    /// @param here conversations that are here already
    /// @param inTrash those of them in the trash
    /// @param removed conversations that were removed for good
    record Offered(int conversations, int messages, int mended, int here, int inTrash, int removed)
            implements Doing {
        boolean bringsSomething() {
            return conversations + messages + mended > 0;
        }
    }

    /// So many of all conversations are done.
    record BringingBack(int done, int all) implements Doing {}

    /// What came back.
    record BroughtBack(int conversations, int messages, int mended, End end) implements Doing {}

    /// How it ended.
    enum End {
        DONE,
        STOPPED
    }
}
