package nearside.copilot.device;

/// Reads the memory of this device: MemAvailable and the cgroup limit on Linux, never MemFree.
public final class MemoryProbe {
    public Memory read() {
        throw new UnsupportedOperationException();
    }
}
