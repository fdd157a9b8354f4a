package nearside.engine.local;

import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.folder.ModelFolder;

import java.util.OptionalInt;
import java.util.function.Consumer;

/// The device's own engine: one worker process, one model, one reply at a time. Restarts the worker
/// when it dies.
public final class LocalEngine implements Engine, AutoCloseable {

    /// An engine without a model; the worker starts with the first one.
    ///
    /// @param onState told of every change of state, on a thread of the engine; must return at once
    public LocalEngine(WorkerCommand command, Consumer<EngineState> onState) {
        throw new UnsupportedOperationException();
    }

    /// Takes this model from now on and loads it in the background. A reply in progress ends first.
    public void use(ModelFolder folder) {
        throw new UnsupportedOperationException();
    }

    public EngineState state() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reply answer(Prompt prompt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalInt count(String text) {
        throw new UnsupportedOperationException();
    }

    /// Ends the worker process.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
