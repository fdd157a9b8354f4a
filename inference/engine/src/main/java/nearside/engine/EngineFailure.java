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

    /// The prompt has tools, of which the models of this device are not told.
    record NoTools() implements EngineFailure {}

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

    /// An accelerator failed in the middle of a reply. The model is not computed there any more, at
    /// least until the program starts again: asked anew, another one or the processor answers.
    ///
    /// @param accelerator its name
    /// @param cause what it failed of
    record AcceleratorFailed(String accelerator, EngineFailure cause) implements EngineFailure {}

    /// A borrowed engine failed; what it wrote before stays valid.
    sealed interface Far extends EngineFailure {
        /// Scheme, host and port of the far side.
        String far();

        /// There was no way to it: nothing was sent.
        record Unreachable(String far, Obstacle obstacle) implements Far {}

        /// It could not prove who it is: nothing was sent.
        record Untrusted(String far, Doubt doubt) implements Far {}

        /// It answered with a status that is not success.
        ///
        /// @param said its own words, shortened; empty when there were none
        /// @param pause how long it asked to be left alone; zero when it did not
        record Refused(String far, int status, String said, Duration pause) implements Far {}

        /// It pointed to another address. That is never followed.
        record Redirected(String far, String to) implements Far {}

        /// It answered with something that this program does not read.
        record Garbled(String far, String expected, String found) implements Far {}

        /// It gave no sign of life for so long.
        record Silent(String far, Duration silence) implements Far {}

        /// The connection ended before the reply did.
        record CutOff(String far) implements Far {}

        /// It ended the reply by a rule of its own.
        record Withheld(String far, String rule) implements Far {}

        /// It failed so often of late that it is not asked before so long has passed.
        record Resting(String far, Duration pause) implements Far {}

        /// Nobody permitted this to leave.
        record NotPermitted(String far) implements Far {}
    }

    /// Why there was no way to the far side.
    enum Obstacle {
        /// Its name has no address, or names cannot be looked up.
        NO_ADDRESS,
        /// Nothing listens there, or the network is not there.
        NO_CONNECTION,
        /// No connection came about in time.
        NO_ANSWER,
        /// The connection ended before anything came back.
        DROPPED
    }

    /// What is wrong with the far side's certificate.
    enum Doubt {
        UNKNOWN_ISSUER,
        EXPIRED,
        OTHER_HOST,
        OTHER
    }

    /// What the engine was doing.
    enum Stage {
        START,
        LOAD,
        READ,
        WRITE
    }
}
