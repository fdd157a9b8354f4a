package nearside.copilot.context.cost;

import nearside.copilot.context.cost.CacheTerms.Writing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The cache of a far side, by itself: it knows prompts by a chain of hashes, one where each piece
/// ends, and bills what is really there. An automatic one promises nothing: it keeps a prompt up to
/// twice as long as it says, and once in 33 prompts it has lost all.
final class CacheSimulation {
    private static final double LOST = 0.03;
    private static final long CHAIN = 0x9E37_79B9_7F4A_7C15L;

    private final CacheTerms terms;
    private final SplittableRandom random;
    private final Map<Long, Duration> lastUse = new HashMap<>();

    CacheSimulation(CacheTerms terms, long seed) {
        this.terms = terms;
        this.random = new SplittableRandom(seed);
    }

    /// Answers one prompt.
    ///
    /// @param at since the conversation began
    Billed answer(List<Piece> prompt, CacheUse use, int output, Duration at) {
        forget(at);
        long hash = 0;
        int total = 0;
        int hit = 0;
        Map<Long, Integer> ends = new HashMap<>();
        for (Piece piece : prompt) {
            hash = (hash ^ piece.id()) * CHAIN + piece.tokens();
            total += piece.tokens();
            ends.put(hash, total);
            if (lastUse.containsKey(hash) && total >= terms.leastTokens()) {
                hit = total;
            }
        }
        touch(ends, hit, at);
        int read = hit / terms.stepTokens() * terms.stepTokens();
        return switch (terms.writing()) {
            case AUTOMATIC -> {
                ends.keySet().forEach(it -> lastUse.put(it, at));
                yield new Billed(total - read, read, 0, output);
            }
            case ON_REQUEST -> {
                if (use == CacheUse.READ || total < terms.leastTokens()) {
                    yield new Billed(total - read, read, 0, output);
                }
                lastUse.put(hash, at);
                yield new Billed(0, read, total - read, output);
            }
        };
    }

    private void touch(Map<Long, Integer> ends, int hit, Duration at) {
        ends.forEach((hash, tokens) -> {
            if (tokens == hit) {
                lastUse.replace(hash, at);
            }
        });
    }

    private void forget(Duration at) {
        double longer = 1 + random.nextDouble();
        boolean lost = random.nextDouble() < LOST;
        Duration kept =
                terms.writing() == Writing.ON_REQUEST
                        ? terms.lifetime()
                        : Duration.ofMillis(
                                (long) (terms.lifetime().toMillis() * (lost ? 0 : longer)));
        lastUse.values().removeIf(last -> at.minus(last).compareTo(kept) >= 0);
    }
}
