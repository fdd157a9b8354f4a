package nearside.engine.memory;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The memory of a process that is no copy of a file, where the system tells: on Linux.
///
/// Source: proc_pid_status(5), `RssAnon` and `RssShmem`, in KiB.
public final class OwnMemory {
    private static final Pattern LINE = Pattern.compile("(?m)^Rss(?:Anon|Shmem):\\s+(\\d+) kB$");

    private static final Pattern FILES = Pattern.compile("(?m)^RssFile:\\s+(\\d+) kB$");

    private OwnMemory() {}

    /// Bytes; empty where the system does not tell, or the process is gone.
    public static OptionalLong of(long pid) {
        return in(new KernelFiles(Path.of("/proc")).text(pid + "/status"));
    }

    /// The most of it at any time: all that was ever resident, without the files that are now.
    /// Files that were let go before count as its own then.
    public static OptionalLong peakOf(long pid) {
        return peakIn(new KernelFiles(Path.of("/proc")).text(pid + "/status"));
    }

    static OptionalLong peakIn(String status) {
        OptionalLong now = in(status);
        Matcher files = FILES.matcher(status);
        OptionalLong peak = ResidentPeak.in(status);
        return now.isPresent() && peak.isPresent() && files.find()
                ? OptionalLong.of(
                        Math.max(
                                now.getAsLong(),
                                peak.getAsLong() - (Long.parseLong(files.group(1)) << 10)))
                : now;
    }

    static OptionalLong in(String status) {
        Matcher line = LINE.matcher(status);
        long bytes = 0;
        boolean told = false;
        while (line.find()) {
            bytes += Long.parseLong(line.group(1)) << 10;
            told = true;
        }
        return told ? OptionalLong.of(bytes) : OptionalLong.empty();
    }
}
