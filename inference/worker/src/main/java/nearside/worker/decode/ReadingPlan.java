package nearside.worker.decode;

import java.util.OptionalInt;

/// How the rest of a prompt is cut into runs.
///
/// A run holds all its activations at once and ends only slowly when it is stopped, so it is short.
/// No run has a single row where it can be avoided: with 8-bit activations one row is rounded
/// differently from many.
final class ReadingPlan {
    /// The most rows of a run, and the fastest size that was found.
    static final int CHUNK = 256;

    private ReadingPlan() {}

    /// Lengths of the runs, in order.
    ///
    /// @param from tokens that were read already
    /// @param total tokens of the prompt
    /// @param switchAt a long-context model takes other rotary factors when more tokens than this
    ///   are in sight: all must be read with the same ones, so the first run must go beyond it
    static int[] runs(int from, int total, OptionalInt switchAt) {
        int first = 0;
        if (isLong(total, switchAt) && from <= switchAt.getAsInt()) {
            first = Math.min(total - from, Math.max(2, switchAt.getAsInt() + 1 - from));
        }
        int rest = total - from - first;
        if (rest == 1 && first > 0) {
            return new int[] {first + 1};
        }
        return first == 0 ? pieces(rest) : startingWith(first, pieces(rest));
    }

    private static int[] pieces(int tokens) {
        int count = (tokens + CHUNK - 1) / CHUNK;
        int[] pieces = new int[count];
        for (int i = 0; i < count; i++) {
            pieces[i] = tokens / count + (i < tokens % count ? 1 : 0);
        }
        return pieces;
    }

    private static int[] startingWith(int first, int[] rest) {
        int[] runs = new int[rest.length + 1];
        runs[0] = first;
        System.arraycopy(rest, 0, runs, 1, rest.length);
        return runs;
    }

    /// Whether so many tokens in sight need the rotary factors for long contexts.
    static boolean isLong(int tokens, OptionalInt switchAt) {
        return switchAt.isPresent() && tokens > switchAt.getAsInt();
    }
}
