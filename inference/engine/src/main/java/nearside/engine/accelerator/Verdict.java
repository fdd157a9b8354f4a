package nearside.engine.accelerator;

import java.time.Duration;

/// What the trial of an accelerator with one model came to. All but the first put it aside.
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
}
