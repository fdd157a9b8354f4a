import org.jspecify.annotations.NullMarked;

/// Thinks: ONNX Runtime and tokenizer, in a process of its own.
@NullMarked
@SuppressWarnings("requires-automatic") // ONNX Runtime and DJL have no descriptor
module nearside.worker {
    requires static org.jspecify;
    requires nearside.engine;
    requires com.google.gson;
    requires com.microsoft.onnxruntime;
    requires ai.djl.tokenizers;
}
