package nearside.copilot.orchestrator;

import nearside.engine.Prompt;
import nearside.engine.Sampling;
import nearside.engine.Tool;
import nearside.storage.AttachmentId;
import nearside.storage.ConversationId;
import nearside.storage.MessageId;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a person, a script or another program asks for.
public sealed interface Request {
    Sampling sampling();

    int replyLimit();

    /// A new question in a conversation, or in a new one.
    ///
    /// @param system what the model is told before a new conversation
    /// @param files what goes with it, from beside the draft or from another question
    /// @param beside the question in whose place it is asked; empty at the end of the conversation
    record Ask(
            Optional<ConversationId> conversation,
            Optional<String> system,
            String text,
            Sampling sampling,
            int replyLimit,
            List<AttachmentId> files,
            Optional<MessageId> beside)
            implements Request {
        public Ask {
            files = List.copyOf(files);
            Objects.requireNonNull(conversation);
            Objects.requireNonNull(system);
            Objects.requireNonNull(text);
            if (beside.isPresent() && conversation.isEmpty()) {
                throw new IllegalArgumentException("a question beside one of no conversation");
            }
        }

        public Ask(
                Optional<ConversationId> conversation,
                Optional<String> system,
                String text,
                Sampling sampling,
                int replyLimit) {
            this(conversation, system, text, sampling, replyLimit, List.of(), Optional.empty());
        }

        /// The same in the place of another one.
        public Ask instead(MessageId other) {
            return new Ask(
                    conversation, system, text, sampling, replyLimit, files, Optional.of(other));
        }

        /// The same with files.
        public Ask with(List<AttachmentId> more) {
            return new Ask(conversation, system, text, sampling, replyLimit, more, beside);
        }

        public Ask(
                Optional<ConversationId> conversation,
                String text,
                Sampling sampling,
                int replyLimit) {
            this(conversation, Optional.empty(), text, sampling, replyLimit);
        }
    }

    /// Goes on with a reply that was cut off, stopped, or ended at its limit.
    record Continue(ConversationId conversation, MessageId reply, Sampling sampling, int replyLimit)
            implements Request {}

    /// Another reply in the place of that one, which stays.
    record Again(ConversationId conversation, MessageId reply, Sampling sampling, int replyLimit)
            implements Request {}

    /// A whole conversation used as it is given and kept nowhere.
    ///
    /// @param tools that the model may ask for; a far model alone is told of them
    record Unsaved(
            List<Prompt.Line> lines,
            List<Tool> tools,
            Prompt.SpecialTokens specials,
            Sampling sampling,
            int replyLimit)
            implements Request {
        public Unsaved {
            lines = List.copyOf(lines);
            tools = List.copyOf(tools);
        }

        /// One without tools.
        public Unsaved(
                List<Prompt.Line> lines,
                Prompt.SpecialTokens specials,
                Sampling sampling,
                int replyLimit) {
            this(lines, List.of(), specials, sampling, replyLimit);
        }
    }
}
