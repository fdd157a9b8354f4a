package nearside.storage;

import java.util.Objects;

/// What was brought back from a backup.
///
/// @param mended messages whose lost text came back
public record Restored(int conversations, int messages, int mended, End end) {
    public Restored {
        Objects.requireNonNull(end);
    }

    /// How it ended.
    public enum End {
        DONE,
        /// What had come until then stays.
        STOPPED
    }

    /// Hears how far it is, and says whether to go on.
    public interface Progress {
        /// Asked before each conversation.
        boolean goesOn(int done, int all);
    }
}
