package nearside.engine.local;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Conversation;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where the keys and values of conversations are kept from one start to the next. Losing them
/// costs time, nothing else; whoever keeps them on a disk seals them. Used by one thread.
public interface SnapshotShelf {
    /// Keeps nothing.
    SnapshotShelf NONE =
            new SnapshotShelf() {
                @Override
                public void dropOthers(KvModel model) {}

                @Override
                public Optional<Found> find(
                        KvModel model, Conversation conversation, List<Prompt.Line> lines) {
                    return Optional.empty();
                }

                @Override
                public Optional<Keeping> keep(KvModel model, Asked asked, KvPart part) {
                    return Optional.empty();
                }
            };

    /// What reading a conversation again must take for a place here to be worth it.
    default Duration worth() {
        return Duration.ofSeconds(1);
    }

    /// Forgets what is of a model in the same place that was another then.
    void dropOthers(KvModel model);

    /// What is kept of the longest beginning of these lines that was a prompt in that conversation.
    Optional<Found> find(KvModel model, Conversation conversation, List<Prompt.Line> lines);

    /// Begins to keep a conversation; empty when there is no room for it, or it is gone.
    Optional<Keeping> keep(KvModel model, Asked asked, KvPart part);

    /// A conversation by the prompts that were asked in it.
    ///
    /// @param lines those of the last prompt
    /// @param prompts how many of these lines each prompt had, the last one included
    record Asked(Conversation conversation, List<Prompt.Line> lines, List<Integer> prompts) {
        public Asked {
            lines = List.copyOf(lines);
            prompts = List.copyOf(prompts);
        }
    }

    /// One that was found.
    interface Found {
        KvSnapshot snapshot();

        /// Hands out the bytes of all parts, in pieces of 64 KiB at most.
        ///
        /// @param taker whether it wants more; the bytes are valid until it returns
        /// @return whether it took all; if nothing but damage ended it, it is forgotten
        boolean read(Predicate<ByteBuffer> taker);

        /// Whether the conversation went no further than this, so that it can go on here.
        boolean isEnd();

        /// Begins to add what is new of the conversation; empty when there is no room for it.
        Optional<Keeping> grow(Asked asked, KvPart part);

        void drop();
    }

    /// What is being kept: there when it is finished, else gone.
    interface Keeping extends AutoCloseable {
        /// Adds bytes of the part.
        ///
        /// @return whether they were kept; if not, it is over
        boolean write(ByteBuffer bytes);

        void finish();

        @Override
        void close();
    }
}
