package nearside.copilot.orchestrator;

import nearside.copilot.borrow.Lender;
import nearside.copilot.context.cost.Rhythm;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What left of conversations lately, as the far sides may know it still. It is in memory alone:
/// after a start nothing is known. May be used by several threads.
final class SentBefore {
    private final LongSupplier nanos;
    private final NewestOnly<Key, Entry> all = new NewestOnly<>();

    private record Key(Prompt.Conversation conversation, String lender) {}

    private record Entry(Sent sent, long at) {}

    SentBefore(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// What left last.
    ///
    /// @param masked its lines as they left
    /// @param rhythm how the conversation went up to then
    record Sent(Given given, List<Line> masked, Rhythm rhythm) {
        Sent {
            Objects.requireNonNull(given);
            masked = List.copyOf(masked);
            Objects.requireNonNull(rhythm);
        }
    }

    /// What left last of a conversation to that lender, and how long ago.
    record Past(Sent sent, Duration idle) {}

    Optional<Past> of(Optional<Prompt.Conversation> conversation, Lender lender) {
        return conversation
                .flatMap(it -> all.get(new Key(it, lender.id())))
                .map(kept ->
                        new Past(kept.sent(), Duration.ofNanos(nanos.getAsLong() - kept.at())));
    }

    void left(Optional<Prompt.Conversation> conversation, Lender lender, Sent sent) {
        conversation.ifPresent(
                it -> all.put(new Key(it, lender.id()), new Entry(sent, nanos.getAsLong())));
    }
}
