package nearside.worker.decode;

import java.util.OptionalInt;

/// How a prompt is cut into runs.
///
/// Short prompts are read in one run. Long ones are cut, because a run holds the logits of all its
/// rows and ends only slowly when it is stopped. No run has a single row where it can be avoided:
/// with 8-bit activations one row is rounded differently from many.
final class ReadingPlan {
    /// Longer prompts are cut.
    static final int ONE_RUN = 2048;

    /// The most rows of a run of a prompt that is cut.
    static final int PIECE = 512;

    private ReadingPlan() {}

    /// Lengths of the runs, in order.
    ///
    /// @param switchAt a long-context model takes other rotary factors when more tokens than this
    ///   are in sight: all must be read with the same ones, so the first run must go beyond it
    static int[] runs(int tokens, OptionalInt switchAt) {
        int whole = ONE_RUN;
        int first = 0;
        if (switchAt.isPresent() && tokens > switchAt.getAsInt()) {
            first = switchAt.getAsInt() + 1;
            whole = first + ONE_RUN;
        }
        if (tokens <= whole) {
            return new int[] {tokens};
        }
        int[] rest = pieces(tokens - first);
        return first == 0 ? rest : startingWith(first, rest);
    }

    private static int[] pieces(int tokens) {
        int count = (tokens + PIECE - 1) / PIECE;
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

    /// Whether reading one more token changes the rotary factors under what was read before.
    static boolean crosses(int length, OptionalInt switchAt) {
        return switchAt.isPresent() && length == switchAt.getAsInt();
    }
}
