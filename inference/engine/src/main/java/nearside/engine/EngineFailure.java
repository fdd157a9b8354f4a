package nearside.engine;

import nearside.engine.folder.FolderFlaw;

import java.nio.file.Path;
import java.time.Duration;

/// Every expected way in which an engine fails, with its numbers. Sentences are made elsewhere.
public sealed interface EngineFailure {
    /// No model was chosen, or the chosen one is gone.
    record NoModel() implements EngineFailure {}

    /// The model folder was refused before anything in it was opened.
    record FolderRefused(Path folder, FolderFlaw flaw) implements EngineFailure {}

    /// The prompt leaves no room for a reply.
    record PromptTooLong(int promptTokens, int window) implements EngineFailure {}

    /// The chat template of the model could not be used.
    record TemplateRefused(String problem) implements EngineFailure {}

    /// A step needs more memory than is there: found before it began, or by the runtime on its way.
    record OutOfMemory(Stage stage, long neededBytes, long freeBytes) implements EngineFailure {}

    /// The worker process ended: by a signal when the code is 128 plus its number.
    record WorkerDied(Stage stage, int exitCode) implements EngineFailure {}

    /// The worker process gave no sign of life for so long and was ended.
    record WorkerSilent(Stage stage, Duration silence) implements EngineFailure {}

    /// The worker died so many times in a row without writing one token, and is not started again
    /// before so long has passed.
    record WorkerKeepsDying(int deaths, Duration pause) implements EngineFailure {}

    /// The worker process could not be started.
    record WorkerMissing(String program, String problem) implements EngineFailure {}

    /// The native runtime refused the model or a step of it.
    record RuntimeRefused(Stage stage, String problem) implements EngineFailure {}

    /// What the engine was doing.
    enum Stage {
        START,
        LOAD,
        READ,
        WRITE
    }
}
