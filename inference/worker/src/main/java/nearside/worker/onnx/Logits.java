package nearside.worker.onnx;

import java.nio.ByteBuffer;

/// The logits of the last rows of one run, valid until the next run.
public final class Logits {
    private final NumberType type;
    private final ByteBuffer numbers;
    private final int rows;
    private final float[] row;

    Logits(NumberType type, ByteBuffer numbers, int rows, float[] row) {
        this.type = type;
        this.numbers = numbers;
        this.rows = rows;
        this.row = row;
    }

    /// Tokens of that run.
    public int rows() {
        return rows;
    }

    /// What may follow the token of that row: one logit for each word of the vocabulary. The array
    /// is filled anew with each call and may be changed.
    public float[] row(int index) {
        type.copyRow(numbers, index, row);
        return row;
    }
}
