package nearside.engine.memory;

/// Memory at one moment: what this process and its children may still take without pressing
/// anybody.
public record Memory(long freeBytes, long totalBytes) {
    public Memory {
        if (freeBytes < 0 || totalBytes < 1) {
            throw new IllegalArgumentException(
                    "free " + freeBytes + " of " + totalBytes + " bytes");
        }
    }

    /// The same with so many bytes more that are free.
    public Memory and(long bytes) {
        return new Memory(Math.min(totalBytes, freeBytes + bytes), totalBytes);
    }
}
