package nearside.engine.device;

import java.util.OptionalDouble;

/// The processors of this device.
///
/// @param usable how many this program may use: affinity and the quota of its control group count,
///   a part of one as a whole one
/// @param load how many programs want a processor, by how many there are: from 1 on all are taken;
///   the mean of the last minute where Linux tells, elsewhere the busy part since the last reading
public record Processors(int usable, OptionalDouble load) {
    public Processors {
        if (usable < 1) {
            throw new IllegalArgumentException("processors: " + usable);
        }
    }

    /// @param loadavg `/proc/loadavg`
    /// @param online `/sys/devices/system/cpu/online`, as `0-3,6`
    static OptionalDouble linux(String loadavg, String online) {
        int all = count(online);
        String first = loadavg.split(" ", 2)[0];
        return all > 0 && first.matches("[0-9]{1,6}\\.[0-9]{1,6}")
                ? OptionalDouble.of(Double.parseDouble(first) / all)
                : OptionalDouble.empty();
    }

    private static int count(String online) {
        int all = 0;
        for (String range : online.strip().split(",", -1)) {
            if (!range.matches("[0-9]{1,6}(-[0-9]{1,6})?")) {
                return 0;
            }
            String[] ends = range.split("-", 2);
            all += Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
        }
        return all;
    }

    /// @param busy of all processors, from 0 to 1; less where the system does not know
    static OptionalDouble other(double busy) {
        return busy >= 0 ? OptionalDouble.of(busy) : OptionalDouble.empty();
    }
}
