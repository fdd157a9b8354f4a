package nearside.copilot.outside;

/// What a person has instead of a model folder that this program runs.
public enum FormatKind {
    /// Weights of llama.cpp.
    GGUF,
    SAFETENSORS,
    /// Pickled tensors of PyTorch.
    PYTORCH,
    /// An ONNX graph without what describes it.
    ONNX_ALONE,
    /// A packed file that is no zip archive.
    ARCHIVE,
    /// Blobs of Ollama.
    OLLAMA,
    UNKNOWN
}
