package nearside.engine.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The two generations of control groups, which call the same things by other names.
enum CgroupVersion {
    V1,
    V2;

    /// No limit is written as "max", or as a number near 2⁶³.
    private static final long NO_LIMIT = 1L << 60;

    /// `memory.high` slows a group down long before `memory.max` kills in it.
    private List<String> limits() {
        return switch (this) {
            case V1 -> List.of("memory.limit_in_bytes");
            case V2 -> List.of("memory.max", "memory.high");
        };
    }

    private String usage() {
        return switch (this) {
            case V1 -> "memory.usage_in_bytes";
            case V2 -> "memory.current";
        };
    }

    /// Lines of `memory.stat`; in the older one the totals include the groups below.
    private List<String> inactive() {
        return switch (this) {
            case V1 -> List.of("total_inactive_file", "inactive_file");
            case V2 -> List.of("inactive_file");
        };
    }

    private List<String> active() {
        return switch (this) {
            case V1 -> List.of("total_active_file", "active_file");
            case V2 -> List.of("active_file");
        };
    }

    /// The limit that a group's folder holds, if it has one.
    Optional<CgroupLimits.Level> level(KernelFiles kernel, String folder) {
        OptionalLong limit =
                limits().stream()
                        .flatMapToLong(file -> number(kernel.text(folder + "/" + file)).stream())
                        .filter(bytes -> bytes < NO_LIMIT)
                        .min();
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        long used = number(kernel.text(folder + "/" + usage())).orElse(0);
        long cache = cache(kernel.text(folder + "/memory.stat"));
        return Optional.of(new CgroupLimits.Level(limit.getAsLong(), used - cache));
    }

    /// The cache of files, which the kernel gives back before it kills, as in MemAvailable: a
    /// model's files that were read twice lie among the active ones for as long as nobody needs
    /// room.
    private long cache(String stat) {
        return line(stat, inactive()) + line(stat, active());
    }

    private static long line(String stat, List<String> names) {
        for (String name : names) {
            OptionalLong found =
                    stat.lines()
                            .map(line -> line.split(" ", 2))
                            .filter(line -> line.length == 2 && line[0].equals(name))
                            .flatMapToLong(line -> number(line[1]).stream())
                            .findFirst();
            if (found.isPresent()) {
                return found.getAsLong();
            }
        }
        return 0;
    }

    private static OptionalLong number(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,20}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits));
    }

    /// The path of this process's group in `/proc/self/cgroup`.
    Optional<String> path(String groups) {
        return groups.lines()
                .map(line -> line.split(":", 3))
                .filter(line -> line.length == 3 && isOurs(line[1]))
                .map(line -> line[2])
                .findFirst();
    }

    private boolean isOurs(String controllers) {
        return switch (this) {
            case V1 -> Arrays.asList(controllers.split(",")).contains("memory");
            case V2 -> controllers.isEmpty();
        };
    }
}
