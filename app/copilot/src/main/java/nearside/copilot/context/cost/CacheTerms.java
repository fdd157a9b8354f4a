package nearside.copilot.context.cost;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// How a far side keeps the beginnings of prompts.
///
/// @param lifetime how long one is kept after it was last sent; then nothing of it is there
/// @param leastTokens fewer are not kept
/// @param stepTokens only whole steps of so many are read from the cache
public record CacheTerms(Duration lifetime, int leastTokens, int stepTokens, Writing writing) {
    /// Nothing is kept.
    public static final CacheTerms NONE = new CacheTerms(Duration.ZERO, 0, 1, Writing.AUTOMATIC);

    /// What a prompt is kept by, and how that is billed.
    public enum Writing {
        /// Every prompt is kept; what was not read from the cache costs the plain price.
        AUTOMATIC,
        /// A prompt is kept if it says so; what was not read from the cache then costs the price of
        /// writing.
        ON_REQUEST
    }

    public CacheTerms {
        Objects.requireNonNull(writing);
        if (lifetime.isNegative() || leastTokens < 0 || stepTokens < 1) {
            throw new IllegalArgumentException(
                    "expected a lifetime and least tokens of zero or more and steps of one or more, found %s, %d, %d"
                            .formatted(lifetime, leastTokens, stepTokens));
        }
    }

    /// What a prompt may do with the cache.
    List<CacheUse> uses() {
        return switch (writing) {
            case AUTOMATIC -> List.of(CacheUse.READ_AND_WRITE);
            case ON_REQUEST -> List.of(CacheUse.READ_AND_WRITE, CacheUse.READ);
        };
    }

    /// How a prompt in that form is billed, if the cache does as it says.
    public Billed bill(Form form, CacheUse use, long outputTokens) {
        int cached = cached(form);
        int rest = form.tokens() - cached;
        return writes(form, use)
                ? new Billed(0, cached, rest, outputTokens)
                : new Billed(rest, cached, 0, outputTokens);
    }

    /// The same conversation a turn later, with the cache still warm.
    ///
    /// @param addedTokens by the turn and the next question
    Form next(Form form, CacheUse use, int addedTokens) {
        int kept = kept(form, use);
        return new Form(kept, Duration.ZERO, form.tokens() - kept + addedTokens);
    }

    /// As they are over many turns, in which what the steps round off is the same for every form.
    CacheTerms withoutSteps() {
        return new CacheTerms(lifetime, leastTokens, 1, writing);
    }

    private int cached(Form form) {
        return isWarm(form) ? form.sentTokens() - form.sentTokens() % stepTokens : 0;
    }

    private int kept(Form form, CacheUse use) {
        return writing == Writing.AUTOMATIC || writes(form, use)
                ? form.tokens()
                : isWarm(form) ? form.sentTokens() : 0;
    }

    private boolean isWarm(Form form) {
        return form.sentTokens() >= leastTokens && form.idle().compareTo(lifetime) < 0;
    }

    private boolean writes(Form form, CacheUse use) {
        return writing == Writing.ON_REQUEST
                && use == CacheUse.READ_AND_WRITE
                && form.tokens() >= leastTokens;
    }
}
