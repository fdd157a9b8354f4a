package nearside.storage.past;

import nearside.storage.text.WellFormed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// One message of a conversation that is brought in or taken away.
///
/// @param parent the message that it answers or follows
/// @param extra what another program kept of it and this one has no place for, as JSON
public record PastMessage(
        String id,
        Optional<String> parent,
        Head head,
        Content content,
        Making making,
        Optional<String> extra) {

    public PastMessage {
        Objects.requireNonNull(id);
        Objects.requireNonNull(parent);
        Objects.requireNonNull(head);
        Objects.requireNonNull(content);
        Objects.requireNonNull(making);
        extra = extra.map(WellFormed::of);
    }

    public String text() {
        return content.runs().stream().map(Run::text).collect(Collectors.joining());
    }

    public List<PastAttachment> attachments() {
        return content.attachments();
    }

    /// The same with these attachments.
    public PastMessage with(List<PastAttachment> attachments) {
        return new PastMessage(
                id, parent, head, new Content(content.runs(), attachments), making, extra);
    }

    /// What was said, and the files that were given with it, in their order.
    public record Content(List<Run> runs, List<PastAttachment> attachments) {
        public Content {
            runs = joined(runs);
            attachments = List.copyOf(attachments);
        }

        public static Content of(List<Run> runs) {
            return new Content(runs, List.of());
        }

        /// Neighbours of the same source are one run, and one without text is none: what says the
        /// same is equal.
        private static List<Run> joined(List<Run> runs) {
            List<Run> joined = new ArrayList<>();
            for (Run run : runs) {
                if (!joined.isEmpty() && joined.getLast().source() == run.source()) {
                    joined.add(new Run(run.source(), joined.removeLast().text() + run.text()));
                } else if (!run.text().isEmpty()) {
                    joined.add(run);
                }
            }
            return List.copyOf(joined);
        }
    }

    /// Who began it, when, and how far it got.
    ///
    /// @param pinned since when a model always reads it; empty where it need not
    public record Head(Speaker speaker, State state, Instant begun, Optional<Instant> pinned) {
        public Head {
            Objects.requireNonNull(speaker);
            Objects.requireNonNull(state);
            PastTime.checked(begun);
            pinned.ifPresent(PastTime::checked);
        }

        /// Of one that is not pinned.
        public Head(Speaker speaker, State state, Instant begun) {
            this(speaker, state, begun, Optional.empty());
        }
    }

    /// Who wrote it.
    public enum Speaker {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /// How far it got.
    public enum State {
        DONE,
        LENGTH,
        STOPPED,
        CUT,
        FAILED
    }

    /// A run of text with its source.
    public record Run(Source source, String text) {
        public Run {
            Objects.requireNonNull(source);
            text = WellFormed.of(text);
        }

        /// Text that was written on the device, as all text of other programs is taken to be.
        public static Run here(String text) {
            return new Run(Source.HERE, text);
        }
    }

    /// Where a run was written.
    public enum Source {
        HERE,
        BORROWED
    }

    /// How it was made.
    ///
    /// @param decision the record of why it was written where it was, as JSON
    public record Making(
            Optional<String> model, Optional<Figures> figures, Optional<String> decision) {
        /// Of a message that nobody computed.
        public static final Making NONE =
                new Making(Optional.empty(), Optional.empty(), Optional.empty());

        public Making {
            if (figures.isPresent() && model.isEmpty()) {
                throw new IllegalArgumentException("figures belong to a model");
            }
            model = model.map(WellFormed::of);
            decision = decision.map(WellFormed::of);
        }

        public static Making by(Optional<String> model) {
            return new Making(model, Optional.empty(), Optional.empty());
        }
    }

    /// What was measured while it was written.
    public record Figures(
            int promptTokens,
            int replyTokens,
            double firstWordSeconds,
            double tokensPerSecond,
            Instant finished) {
        public Figures {
            if (!Double.isFinite(firstWordSeconds) || !Double.isFinite(tokensPerSecond)) {
                throw new IllegalArgumentException("finite figures expected");
            }
            PastTime.checked(finished);
        }
    }
}
