package nearside.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// One message of a conversation. Messages form a tree; nothing in it is ever overwritten by
/// another.
///
/// @param decision the stored record of why a reply was written where it was, as JSON
public record Message(
        MessageId id,
        Speaker speaker,
        State state,
        Text body,
        Optional<Facts> facts,
        Optional<String> decision) {

    public Message {
        Objects.requireNonNull(id);
        Objects.requireNonNull(body);
    }

    public List<Segment> segments() {
        return body.segments();
    }

    /// All that can be read of it.
    public String text() {
        return body.segments().stream().map(Segment::text).collect(Collectors.joining());
    }

    /// Who wrote it.
    public enum Speaker {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /// How far it got.
    public enum State {
        /// Being written by this very process.
        WRITING,
        DONE,
        /// Ended at the reply limit or at the end of the window.
        LENGTH,
        /// Stopped by a person.
        STOPPED,
        /// The engine, the program or the machine went down in mid-answer.
        CUT,
        /// Nothing or not all could be written, for a reason that the decision or the failure
        /// names.
        FAILED
    }

    /// What was written.
    ///
    /// @param unreadable how many runs of text cannot be read any more
    public record Text(List<Segment> segments, int unreadable) {
        public Text {
            segments = List.copyOf(segments);
        }

        public static Text of(List<Segment> segments) {
            return new Text(segments, 0);
        }
    }

    /// A run of text with its source.
    public record Segment(Source source, String text) {
        public Segment {
            Objects.requireNonNull(source);
            Objects.requireNonNull(text);
        }
    }

    /// Where a segment was written.
    public enum Source {
        HERE,
        BORROWED
    }

    /// What the footer of a reply tells.
    public record Facts(
            String model,
            int promptTokens,
            int replyTokens,
            double firstWordSeconds,
            double tokensPerSecond,
            Instant finished) {
        public Facts {
            Objects.requireNonNull(model);
            Objects.requireNonNull(finished);
        }
    }
}
