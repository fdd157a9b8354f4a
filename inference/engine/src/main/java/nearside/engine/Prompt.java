package nearside.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// All that an engine needs to write one reply.
///
/// @param replyLimit the most tokens the reply may have; the window may end it sooner
/// @param conversation where it belongs; empty when nothing of it may be kept
/// @param tools that the model may ask for; a far model alone is told of them
public record Prompt(
        List<Line> lines,
        Ending ending,
        SpecialTokens specials,
        Sampling sampling,
        int replyLimit,
        Optional<Conversation> conversation,
        List<Tool> tools) {

    public Prompt {
        lines = List.copyOf(lines);
        tools = List.copyOf(tools);
        Objects.requireNonNull(ending);
        Objects.requireNonNull(specials);
        Objects.requireNonNull(sampling);
        Objects.requireNonNull(conversation);
        if (replyLimit < 1) {
            throw new IllegalArgumentException(
                    "reply limit: expected at least 1, found " + replyLimit);
        }
        if (ending == Ending.OPEN_REPLY
                && (lines.isEmpty() || lines.getLast().role() != Role.ASSISTANT)) {
            throw new IllegalArgumentException("an open reply needs an assistant line at the end");
        }
        if (ending == Ending.OPEN_REPLY && sampling.form().schema().isPresent()) {
            throw new IllegalArgumentException("a schema needs a reply of its own");
        }
    }

    /// One without tools.
    public Prompt(
            List<Line> lines,
            Ending ending,
            SpecialTokens specials,
            Sampling sampling,
            int replyLimit,
            Optional<Conversation> conversation) {
        this(lines, ending, specials, sampling, replyLimit, conversation, List.of());
    }

    /// One of no conversation: it leaves no trace.
    public Prompt(
            List<Line> lines,
            Ending ending,
            SpecialTokens specials,
            Sampling sampling,
            int replyLimit) {
        this(lines, ending, specials, sampling, replyLimit, Optional.empty());
    }

    /// The same as part of that conversation.
    public Prompt in(Conversation kept) {
        return new Prompt(lines, ending, specials, sampling, replyLimit, Optional.of(kept), tools);
    }

    /// The same, with which these tools may be asked for.
    public Prompt offering(List<Tool> offered) {
        return new Prompt(lines, ending, specials, sampling, replyLimit, conversation, offered);
    }

    /// Whether tools are offered in it, or were asked for.
    public boolean hasTools() {
        return !tools.isEmpty()
                || lines.stream()
                        .anyMatch(line -> !line.calls().isEmpty() || line.answers().isPresent());
    }

    /// A conversation that is kept. What a model read of it may be kept for it, and for no other.
    public record Conversation(String id) {
        public Conversation {
            Objects.requireNonNull(id);
        }
    }

    /// One line of the conversation, as the chat template sees it.
    ///
    /// @param calls that the assistant asked for in it
    /// @param answers the id of the call of which this tool's line is the result
    public record Line(Role role, String text, List<ToolCall> calls, Optional<String> answers) {
        public Line {
            Objects.requireNonNull(role);
            Objects.requireNonNull(text);
            Objects.requireNonNull(answers);
            calls = List.copyOf(calls);
            if (!calls.isEmpty() && role != Role.ASSISTANT) {
                throw new IllegalArgumentException("only an assistant calls, found " + role);
            }
            if (answers.isPresent() && role != Role.TOOL) {
                throw new IllegalArgumentException("only a tool answers a call, found " + role);
            }
        }

        /// One of words alone.
        public Line(Role role, String text) {
            this(role, text, List.of(), Optional.empty());
        }
    }

    /// Where the model takes over.
    public enum Ending {
        /// The template opens a new assistant turn after the last line.
        NEW_REPLY,
        /// The last line is an assistant's, left open without its end marker: *Continue*.
        OPEN_REPLY
    }

    /// What becomes of `<|end|>` and its like inside the text of a line.
    public enum SpecialTokens {
        /// They stay text: what people type, attach or paste, and what tools return.
        AS_TEXT,
        /// They become control tokens, exactly as the reference template renders them.
        AS_TOKENS
    }
}
