package nearside.worker.onnx;

import java.util.Arrays;

/// Reads tokens in runs of one size, in a context of their own.
final class InPieces {
    private InPieces() {}

    /// Reads them all.
    ///
    /// @param rotaryLength tokens that the rotary factors are chosen for
    /// @return the logits of the token that follows
    static float[] logits(OnnxModel model, int[] ids, int rotaryLength, int piece)
            throws OnnxFailure {
        try (Context context = model.context(ids.length);
                Interruption never = model.interruption()) {
            context.rotateFor(rotaryLength);
            float[] row = {};
            for (int at = 0; at < ids.length; at += piece) {
                int end = Math.min(ids.length, at + piece);
                Logits logits = context.readForLast(never, Arrays.copyOfRange(ids, at, end));
                row = logits.row(logits.rows() - 1).clone();
            }
            return row;
        }
    }
}
