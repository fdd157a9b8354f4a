package nearside.engine.memory;

import java.util.ArrayList;
import java.util.List;

/// The memory limits of the control groups that this process is in, from its own up to the root: of
/// a limit at any level, what is not used by all below it together is left.
record CgroupLimits(List<Level> levels) {
    CgroupLimits {
        levels = List.copyOf(levels);
    }

    /// One limit.
    ///
    /// @param usedBytes without file cache that the kernel gives back first
    record Level(long limitBytes, long usedBytes) {
        long freeBytes() {
            return Math.max(0, limitBytes - Math.max(0, usedBytes));
        }
    }

    static CgroupLimits of(KernelFiles kernel) {
        List<Level> levels = new ArrayList<>();
        String groups = kernel.text("proc/self/cgroup");
        for (CgroupMount mount : CgroupMount.parse(kernel.text("proc/self/mountinfo"))) {
            for (String folder : mount.folders(groups)) {
                mount.version().level(kernel, folder).ifPresent(levels::add);
            }
        }
        return new CgroupLimits(levels);
    }

    Memory within(Memory whole) {
        long free = whole.freeBytes();
        long total = whole.totalBytes();
        for (Level level : levels) {
            free = Math.min(free, level.freeBytes());
            total = Math.min(total, Math.max(1, level.limitBytes()));
        }
        return new Memory(free, total);
    }
}
