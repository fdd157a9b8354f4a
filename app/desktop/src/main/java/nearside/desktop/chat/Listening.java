package nearside.desktop.chat;

import nearside.copilot.orchestrator.Turn;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.desktop.pace.TextPump;

import java.time.Duration;
import java.util.Optional;

/// Reads a turn to its end on a virtual thread of its own.
record Listening(Turn turn, TextPump<TurnEvent> pump) {
    private static final Duration PATIENCE = Duration.ofMillis(400);

    void begin() {
        Thread.ofVirtual().name("turn-reader").start(this::read);
    }

    private void read() {
        try {
            boolean over = false;
            while (!over) {
                Optional<TurnEvent> event = turn.next(PATIENCE);
                event.ifPresent(pump::offer);
                over = event.filter(TurnEvent.End.class::isInstance).isPresent();
            }
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }
}
