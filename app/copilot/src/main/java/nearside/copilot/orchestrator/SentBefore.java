package nearside.copilot.orchestrator;

import nearside.copilot.borrow.Lender;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.cost.Rhythm;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What left of conversations lately, as the far sides may know it still. It is in memory alone:
/// after a start nothing is known. May be used by several threads.
final class SentBefore {
    /// Far sides forget within minutes: nobody goes on in more conversations meanwhile.
    private static final int MOST = 8;

    private final LongSupplier nanos;
    private final Map<Key, Entry> all = new LinkedHashMap<>();

    private record Key(Prompt.Conversation conversation, String lender) {}

    private record Entry(Sent sent, long at) {}

    SentBefore(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// What left last.
    ///
    /// @param talk the whole conversation then
    /// @param lines what was said of it, before notes and masks
    /// @param seen how much of each line of the talk these have
    /// @param masked as they left
    /// @param rhythm how the conversation went up to then
    record Sent(
            List<Line> talk, List<Line> lines, List<Seen> seen, List<Line> masked, Rhythm rhythm) {
        Sent {
            talk = List.copyOf(talk);
            lines = List.copyOf(lines);
            seen = List.copyOf(seen);
            masked = List.copyOf(masked);
            Objects.requireNonNull(rhythm);
        }
    }

    /// What left last of a conversation to that lender, and how long ago.
    record Past(Sent sent, Duration idle) {}

    synchronized Optional<Past> of(Optional<Prompt.Conversation> conversation, Lender lender) {
        return conversation
                .map(it -> all.get(new Key(it, lender.id())))
                .map(kept ->
                        new Past(kept.sent(), Duration.ofNanos(nanos.getAsLong() - kept.at())));
    }

    synchronized void left(Optional<Prompt.Conversation> conversation, Lender lender, Sent sent) {
        if (conversation.isEmpty()) {
            return;
        }
        Key key = new Key(conversation.get(), lender.id());
        all.remove(key);
        all.put(key, new Entry(sent, nanos.getAsLong()));
        if (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
    }
}
