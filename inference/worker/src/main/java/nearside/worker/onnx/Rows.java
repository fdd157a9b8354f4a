package nearside.worker.onnx;

import ai.onnxruntime.OnnxTensor;

import java.nio.ByteBuffer;

/// The tensors of a run of `n` tokens that computes the logits of the last rows: ids and positions
/// `[1, n]`, logits `[1, wanted, vocabulary]`.
///
/// @param wanted rows of logits
/// @param from the first row of these
/// @param numbers the logits
record Rows(
        int wanted,
        OnnxTensor ids,
        OnnxTensor positions,
        OnnxTensor from,
        OnnxTensor logits,
        ByteBuffer numbers)
        implements AutoCloseable {
    @Override
    public void close() {
        ids.close();
        positions.close();
        from.close();
        logits.close();
    }
}
