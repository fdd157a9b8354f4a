package nearside.engine.accelerator;

import nearside.engine.EngineFailure;

import java.time.Duration;
import java.util.Optional;

/// What the trial of an accelerator with one model came to, or the start of its pack. All but the
/// first put it aside.
public sealed interface Verdict {
    /// It writes the same and is faster than the processor.
    record Faster(double tokensPerSecond, double cpuTokensPerSecond) implements Verdict {}

    /// It writes the same and is not worth it.
    record Slower(double tokensPerSecond, double cpuTokensPerSecond) implements Verdict {}

    /// Its likeliest first token is another than the processor's.
    record OtherToken(int token, int cpuToken) implements Verdict {}

    /// The runtime did not load the model with it, or did not run a step.
    record Refused(String problem) implements Verdict {}

    /// The worker process ended: by a signal when the code is 128 plus its number.
    record Died(int exitCode) implements Verdict {}

    /// It came to no end in so long a time.
    record Hung(Duration patience) implements Verdict {}

    /// The runtime in its pack is of another version than the worker's classes.
    record OtherVersion(String found, String needed) implements Verdict {}

    /// The runtime in its pack was built without it.
    ///
    /// @param providers what that can compute on, with blanks between
    record NotBuilt(String providers) implements Verdict {}

    /// What a failure says of the accelerator that it happened on; empty where it says nothing, as
    /// when memory was short.
    static Optional<Verdict> of(EngineFailure failure) {
        return switch (failure) {
            case EngineFailure.RuntimeRefused refused ->
                    Optional.of(new Refused(refused.problem()));
            case EngineFailure.WorkerDied died -> Optional.of(new Died(died.exitCode()));
            case EngineFailure.WorkerSilent silent -> Optional.of(new Hung(silent.silence()));
            case EngineFailure.NoModel _,
                    EngineFailure.FolderRefused _,
                    EngineFailure.PromptTooLong _,
                    EngineFailure.TemplateRefused _,
                    EngineFailure.NoTools _,
                    EngineFailure.OutOfMemory _,
                    EngineFailure.WorkerKeepsDying _,
                    EngineFailure.WorkerMissing _,
                    EngineFailure.AcceleratorFailed _,
                    EngineFailure.Far _ ->
                    Optional.empty();
        };
    }
}
