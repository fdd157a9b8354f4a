package nearside.engine.local;

import java.time.Duration;
import java.util.function.Consumer;

/// The engine's state, shown to whoever watches: every change of kind at once, a change of speed at
/// most four times a second.
final class StateBoard {
    private static final Duration SPEED_EVERY = Duration.ofMillis(250);

    private final Consumer<EngineState> onState;
    private volatile EngineState state = new EngineState.Empty();
    private long shown = System.nanoTime();

    StateBoard(Consumer<EngineState> onState) {
        this.onState = onState;
    }

    EngineState state() {
        return state;
    }

    void show(EngineState next) {
        state = next;
        shown = System.nanoTime();
        onState.accept(next);
    }

    void answering(String model, ReplyClock clock) {
        boolean isNew = !(state instanceof EngineState.Answering);
        if (isNew || System.nanoTime() - shown >= SPEED_EVERY.toNanos()) {
            show(new EngineState.Answering(model, clock.usage().tokensPerSecond()));
        }
    }
}
