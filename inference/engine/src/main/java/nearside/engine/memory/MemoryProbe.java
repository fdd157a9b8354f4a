package nearside.engine.memory;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Reads the memory of this device: MemAvailable and the cgroup limit on Linux, never MemFree.
///
/// Windows: the smaller of free physical memory and what may still be committed, by the JDK. macOS:
/// the JDK tells only pages without any content, of which that system keeps few; half of the
/// physical memory is taken as obtainable when that is more.
public final class MemoryProbe {
    private final Path root;

    public MemoryProbe() {
        this(Path.of("/"));
    }

    /// Reads `proc` and `sys` below that folder.
    MemoryProbe(Path root) {
        this.root = root;
    }

    public Memory read() {
        return linux().orElseGet(MemoryProbe::other);
    }

    private Optional<Memory> linux() {
        KernelFiles kernel = new KernelFiles(root);
        return Meminfo.parse(kernel.text("proc/meminfo"))
                .map(whole -> CgroupLimits.of(kernel).within(whole));
    }

    private static Memory other() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long total = Math.max(1, system.getTotalMemorySize());
        long free = Math.max(0, system.getFreeMemorySize());
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return windows(total, free, system.getFreeSwapSpaceSize());
        }
        return name.startsWith("mac") ? mac(total, free) : new Memory(free, total);
    }

    /// @param commitBytes what the system still promises to new allocations; page file included
    static Memory windows(long total, long free, long commitBytes) {
        return new Memory(Math.max(0, Math.min(free, commitBytes)), total);
    }

    static Memory mac(long total, long free) {
        return new Memory(Math.max(free, total / 2), total);
    }
}
