package nearside.engine;

import java.util.List;
import java.util.Objects;

/// All that an engine needs to write one reply.
///
/// @param replyLimit the most tokens the reply may have; the window may end it sooner
public record Prompt(
        List<Line> lines,
        Ending ending,
        SpecialTokens specials,
        Sampling sampling,
        int replyLimit) {

    public Prompt {
        lines = List.copyOf(lines);
        Objects.requireNonNull(ending);
        Objects.requireNonNull(specials);
        Objects.requireNonNull(sampling);
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

    /// One line of the conversation, as the chat template sees it.
    public record Line(Role role, String text) {
        public Line {
            Objects.requireNonNull(role);
            Objects.requireNonNull(text);
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
