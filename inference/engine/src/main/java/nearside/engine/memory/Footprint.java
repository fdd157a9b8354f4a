package nearside.engine.memory;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What a model was measured to take on this device, in bytes: its process with it, apart from
/// files that the system has in its cache.
///
/// @param loading the most while it was loaded
/// @param loaded when it was, before the first question
/// @param runs beside that and keys and values, the most while a prompt of so many tokens was
///   answered; one that is as long took no more
public record Footprint(long loading, long loaded, Map<Integer, Long> runs) {
    /// Runs that differ by less are the same: what a virtual machine takes moves by as much.
    private static final long STEP = 4L << 20;

    public Footprint {
        if (loading < 0 || loaded < 0) {
            throw new IllegalArgumentException("loading " + loading + ", loaded " + loaded);
        }
        runs = Map.copyOf(envelope(runs));
    }

    /// Longer prompts never take less: of a shorter one that took as much nothing is kept.
    private static Map<Integer, Long> envelope(Map<Integer, Long> runs) {
        Map<Integer, Long> kept = new TreeMap<>();
        NavigableMap<Integer, Long> sorted = new TreeMap<>(runs);
        long most = Long.MIN_VALUE;
        long above = Long.MAX_VALUE;
        NavigableMap<Integer, Long> raised = new TreeMap<>();
        for (Map.Entry<Integer, Long> run : sorted.entrySet()) {
            most = Math.max(most, Math.ceilDiv(Math.max(0, run.getValue()), STEP) * STEP);
            raised.put(run.getKey(), most);
        }
        for (Map.Entry<Integer, Long> run : raised.descendingMap().entrySet()) {
            if (run.getValue() < above) {
                above = run.getValue();
                kept.put(run.getKey(), above);
            }
        }
        return kept;
    }

    /// With what was measured another time: the most of both.
    public Footprint and(Footprint other) {
        Map<Integer, Long> both = new TreeMap<>(runs);
        other.runs.forEach((tokens, bytes) -> both.merge(tokens, bytes, Math::max));
        return new Footprint(
                Math.max(loading, other.loading), Math.max(loaded, other.loaded), both);
    }

    /// The tokens of the shortest prompt that was measured and has so many.
    OptionalInt atLeast(int promptTokens) {
        return runs.keySet().stream().mapToInt(it -> it).filter(it -> it >= promptTokens).min();
    }

    /// The tokens of the longest prompt that was measured and has no more.
    OptionalInt atMost(int promptTokens) {
        return runs.keySet().stream().mapToInt(it -> it).filter(it -> it <= promptTokens).max();
    }

    /// The most that a prompt of so many tokens took, one of those that were measured.
    long run(int promptTokens) {
        return Optional.ofNullable(runs.get(promptTokens)).orElseThrow();
    }
}
