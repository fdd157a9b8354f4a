package nearside.engine.accelerator;

import java.time.Duration;

/// What one device did with the prompt that all are tried with.
///
/// @param firstToken the likeliest one after the prompt
/// @param took from the start of the worker to the last token
public record Pace(int firstToken, double tokensPerSecond, Duration took) {
    /// An accelerator that is not faster by this is not worth the memory and the risk of a driver.
    private static final double WORTH = 1.1;

    /// What to think of an accelerator with this pace.
    public Verdict against(Pace cpu) {
        if (firstToken != cpu.firstToken) {
            return new Verdict.OtherToken(firstToken, cpu.firstToken);
        }
        return tokensPerSecond >= WORTH * cpu.tokensPerSecond
                ? new Verdict.Faster(tokensPerSecond, cpu.tokensPerSecond)
                : new Verdict.Slower(tokensPerSecond, cpu.tokensPerSecond);
    }
}
