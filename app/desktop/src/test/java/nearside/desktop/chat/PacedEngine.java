package nearside.desktop.chat;

import nearside.engine.Engine;
import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;
import nearside.engine.TokenIds;
import nearside.engine.Usage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// An engine whose replies are written event by event by the test.
public final class PacedEngine implements Engine {
    public static final Usage USAGE =
            new Usage(7, 0, 3, Duration.ZERO, Duration.ofMillis(300), Duration.ofMillis(1_300));

    private final List<Prompt> asked = new ArrayList<>();
    private final BlockingQueue<ReplyEvent> events = new LinkedBlockingQueue<>();

    /// The engine tells this next.
    public void tell(ReplyEvent event) {
        events.add(event);
    }

    public void write(String text) {
        tell(new ReplyEvent.Text(text, TokenIds.of(1)));
    }

    public void finish(Finish finish) {
        tell(new ReplyEvent.Finished(finish, USAGE));
    }

    public synchronized List<Prompt> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized Reply answer(Prompt prompt) {
        asked.add(prompt);
        return new PacedReply(events);
    }

    @Override
    public OptionalInt count(String text) {
        return OptionalInt.of(text.length());
    }

    private static final class PacedReply implements Reply {
        private final BlockingQueue<ReplyEvent> events;
        private boolean over;

        PacedReply(BlockingQueue<ReplyEvent> events) {
            this.events = events;
        }

        @Override
        public Optional<ReplyEvent> next(Duration patience) throws InterruptedException {
            Optional<ReplyEvent> event =
                    Optional.ofNullable(events.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
            event.filter(PacedReply::ends).ifPresent(_ -> end());
            return event;
        }

        private static boolean ends(ReplyEvent event) {
            return event instanceof ReplyEvent.Finished || event instanceof ReplyEvent.Failed;
        }

        private synchronized void end() {
            over = true;
        }

        @Override
        public synchronized void close() {
            if (!over) {
                events.add(new ReplyEvent.Finished(Finish.STOP, USAGE));
            }
        }
    }
}
