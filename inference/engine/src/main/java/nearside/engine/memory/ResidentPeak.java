package nearside.engine.memory;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The most memory that a process ever had resident, where the system tells: on Linux.
///
/// Source: proc_pid_status(5), `VmHWM`, in KiB.
public final class ResidentPeak {
    private static final Pattern LINE = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

    private ResidentPeak() {}

    /// Bytes; empty where the system does not tell, or the process is gone.
    public static OptionalLong of(long pid) {
        return in(new KernelFiles(Path.of("/proc")).text(pid + "/status"));
    }

    static OptionalLong in(String status) {
        Matcher line = LINE.matcher(status);
        return line.find()
                ? OptionalLong.of(Long.parseLong(line.group(1)) << 10)
                : OptionalLong.empty();
    }
}
