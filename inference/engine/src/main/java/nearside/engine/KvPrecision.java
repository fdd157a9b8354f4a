package nearside.engine;

/// What the numbers of a KV cache are kept as.
public enum KvPrecision {
    /// As the model computes them: exact.
    FLOAT32,
    /// As bytes, with a scale for each channel: a quarter of the memory, and not exact.
    INT8
}
