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
}
