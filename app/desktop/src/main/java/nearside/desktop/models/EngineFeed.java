package nearside.desktop.models;

import nearside.desktop.pace.TextPump;
import nearside.desktop.pace.UiThread;
import nearside.engine.local.EngineState;

import java.util.Optional;
import java.util.function.Consumer;

/// Carries the engine's state from its own threads to the window: the latest one, at most once per
/// frame. The engine may speak before there is a window.
public final class EngineFeed implements Consumer<EngineState> {
    private EngineState latest = new EngineState.Empty();
    private Optional<TextPump<EngineState>> pump = Optional.empty();

    @Override
    public synchronized void accept(EngineState state) {
        latest = state;
        pump.ifPresent(open -> open.offer(state));
    }

    /// From now on the listener hears every latest state on the UI thread, first the present one.
    public synchronized void attach(UiThread ui, Consumer<EngineState> listener) {
        TextPump<EngineState> open =
                new TextPump<>(ui, states -> listener.accept(states.getLast()));
        open.offer(latest);
        pump = Optional.of(open);
    }
}
