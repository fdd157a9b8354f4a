package nearside.desktop.models;

import nearside.desktop.trouble.Trouble;

/// What the model in use is doing, as the window shows it.
public sealed interface ModelStatus {
    record None() implements ModelStatus {}

    record Loading(String model) implements ModelStatus {}

    record Ready(String model) implements ModelStatus {}

    /// It writes.
    ///
    /// @param tokensPerSecond zero until it can be told
    record Answering(String model, double tokensPerSecond) implements ModelStatus {}

    /// Its memory was given back after a pause; the next question loads it again.
    record Unloaded(String model) implements ModelStatus {}

    record Down(String model, Trouble trouble) implements ModelStatus {}
}
