package nearside.engine.contract;

import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.TokenIds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Events pulled from a reply, in order.
public record Pulled(List<ReplyEvent> events) {
    /// Longer than any reply of these tests takes; reached only when something is broken.
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    public Pulled {
        events = List.copyOf(events);
    }

    /// Pulls up to the last event.
    public static Pulled all(Reply reply) {
        return until(reply, event -> false);
    }

    /// Pulls until an event of this kind came, or the last one.
    public static Pulled until(Reply reply, Predicate<ReplyEvent> enough) {
        List<ReplyEvent> events = new ArrayList<>();
        while (true) {
            ReplyEvent event = next(reply);
            events.add(event);
            if (isLast(event) || enough.test(event)) {
                return new Pulled(events);
            }
        }
    }

    private static ReplyEvent next(Reply reply) {
        try {
            Optional<ReplyEvent> event = reply.next(AT_MOST);
            return event.orElseThrow(() -> new AssertionError("no event in " + AT_MOST));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static boolean isLast(ReplyEvent event) {
        return event instanceof ReplyEvent.Finished || event instanceof ReplyEvent.Failed;
    }

    public ReplyEvent last() {
        return events.getLast();
    }

    /// The reply's pieces as one text.
    public String text() {
        StringBuilder text = new StringBuilder();
        of(ReplyEvent.Text.class).forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    /// The reply's ids in order.
    public TokenIds ids() {
        return TokenIds.of(
                of(ReplyEvent.Text.class).stream()
                        .flatMapToInt(piece -> piece.ids().stream())
                        .toArray());
    }

    /// The ids of the prompt as the engine read it; none if it came not so far.
    public TokenIds prompt() {
        return of(ReplyEvent.Reading.class).stream()
                .findFirst()
                .map(ReplyEvent.Reading::prompt)
                .orElse(TokenIds.NONE);
    }

    public <E extends ReplyEvent> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
