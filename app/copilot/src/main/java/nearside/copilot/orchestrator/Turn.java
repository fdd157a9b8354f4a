package nearside.copilot.orchestrator;

import java.time.Duration;
import java.util.Optional;

/// One question and its reply, on the way. Runs on a virtual thread of its own; its events are
/// pulled.
public final class Turn {
    /// The next event, or empty when none came in time; empty for ever after the [TurnEvent.End].
    public Optional<TurnEvent> next(Duration patience) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /// Asks the reply to stop; the end still comes. Harmless when already over.
    public void stop() {
        throw new UnsupportedOperationException();
    }
}
