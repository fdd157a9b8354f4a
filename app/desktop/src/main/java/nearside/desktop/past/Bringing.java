package nearside.desktop.past;

import java.util.Objects;

/// How far bringing conversations in is.
public sealed interface Bringing {
    /// Nothing is chosen.
    record Idle() implements Bringing {}

    /// The files are being read, or brought in.
    ///
    /// @param met conversations so far
    record Running(Step step, int met) implements Bringing {
        public Running {
            Objects.requireNonNull(step);
        }
    }

    /// Done with it.
    ///
    /// @param ended whether all was read
    record Counted(Step step, Ended ended, Count count) implements Bringing {
        public Counted {
            Objects.requireNonNull(step);
            Objects.requireNonNull(ended);
            Objects.requireNonNull(count);
        }

        /// Whether there is something to bring.
        boolean brings() {
            return count.conversations().fresh()
                            + count.conversations().grown()
                            + count.conversations().back()
                    > 0;
        }
    }

    /// What is done.
    enum Step {
        PREVIEW,
        BRING
    }

    /// How it ended.
    enum Ended {
        DONE,
        STOPPED
    }

    /// What comes, or came.
    ///
    /// @param leftOut entries that cannot be brought
    record Count(Conversations conversations, Messages messages, int leftOut) {}

    /// Conversations by what becomes of them.
    record Conversations(int fresh, int grown, int back, int known) {}

    /// Messages by what becomes of them.
    record Messages(int fresh, int known, int different) {}
}
