package nearside.copilot.device;

import nearside.engine.Usage;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// How fast a model reads and writes on this device, learned from its own turns.
///
/// @param reading tokens a second while the prompt is read (prefill)
/// @param writing tokens a second while the reply is written (decode)
/// @param usual how turns usually are
public record Speed(Curve reading, Curve writing, Usual usual) {
    public static final Speed UNKNOWN = new Speed(Curve.UNKNOWN, Curve.UNKNOWN, Usual.UNKNOWN);

    /// Fewer tokens than these say more about the start of a turn than about its speed.
    private static final int LEAST_READ = 32;

    private static final int LEAST_WRITTEN = 8;

    public Speed {
        Objects.requireNonNull(reading);
        Objects.requireNonNull(writing);
        Objects.requireNonNull(usual);
    }

    public Speed(Curve reading, Curve writing) {
        this(reading, writing, Usual.UNKNOWN);
    }

    /// Whether anything was measured.
    public boolean isKnown() {
        return reading.isKnown() && writing.isKnown();
    }

    /// With what one more turn showed.
    public Speed after(Usage usage) {
        Speed measured = measured(usage);
        return new Speed(measured.reading, measured.writing, usual.after(usage));
    }

    /// With one more measurement that was no turn: it does not say how long answers are.
    Speed measured(Usage usage) {
        return new Speed(reading(usage), writing(usage), usual);
    }

    private Curve reading(Usage usage) {
        int read = usage.promptTokens() - usage.cachedTokens();
        double seconds = seconds(usage.firstToken());
        return read < LEAST_READ || seconds <= 0
                ? reading
                : reading.and(usage.cachedTokens() + read / 2, read / seconds);
    }

    private Curve writing(Usage usage) {
        double rate = usage.tokensPerSecond();
        return usage.replyTokens() < LEAST_WRITTEN || rate <= 0
                ? writing
                : writing.and(usage.promptTokens() + usage.replyTokens() / 2, rate);
    }

    /// How long a turn will take; empty while nothing is known.
    ///
    /// @param cached tokens of the prompt that need not be read again
    /// @param replyTokens that are expected
    public Optional<Estimate> of(int promptTokens, int cached, int replyTokens) {
        if (!isKnown()) {
            return Optional.empty();
        }
        int read = Math.max(1, promptTokens - cached);
        double first = read / reading.at(cached + read / 2);
        double rest = replyTokens / writing.at(promptTokens + replyTokens / 2);
        return Optional.of(new Estimate(ofSeconds(first), ofSeconds(first + rest)));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    /// How long from the question to the first word and to the last, with the model loaded.
    public record Estimate(Duration firstWord, Duration lastWord) {
        public Estimate {
            if (firstWord.compareTo(lastWord) > 0) {
                throw new IllegalArgumentException(firstWord + " after " + lastWord);
            }
        }

        /// Tokens a second between the first word and the last.
        public double writing(int replyTokens) {
            return replyTokens / seconds(lastWord.minus(firstWord));
        }
    }
}
