package nearside.engine.local;

import nearside.engine.EngineFailure;

/// What the local engine is doing, for whoever shows it.
public sealed interface EngineState {
    /// No model was chosen yet.
    record Empty() implements EngineState {}

    /// The worker is starting or the model is being loaded.
    record Loading(String model) implements EngineState {}

    record Ready(String model) implements EngineState {}

    /// A reply is being written; zero tokens a second until two tokens are there.
    record Answering(String model, double tokensPerSecond) implements EngineState {}

    /// Nobody asked for a while, so the memory was given back; the next question loads again.
    record Unloaded(String model) implements EngineState {}

    /// The last load failed or the worker died; the next question tries again.
    record Down(String model, EngineFailure failure) implements EngineState {}
}
