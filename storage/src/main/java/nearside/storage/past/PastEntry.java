package nearside.storage.past;

import java.util.Objects;

/// What is met while reading: a conversation, or something that is refused.
public sealed interface PastEntry {
    /// A conversation that can be brought in.
    record Found(PastSource source, PastWhere where, PastConversation conversation)
            implements PastEntry {
        public Found {
            Objects.requireNonNull(source);
            Objects.requireNonNull(where);
            Objects.requireNonNull(conversation);
        }
    }

    /// Something that cannot.
    record Refused(PastRefusal refusal) implements PastEntry {
        public Refused {
            Objects.requireNonNull(refusal);
        }
    }

    /// Takes entries as they are met.
    @FunctionalInterface
    interface Taker {
        Next take(PastEntry entry);
    }

    /// Whether reading goes on.
    enum Next {
        GO_ON,
        STOP
    }
}
