package nearside.engine.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a hierarchy of control groups is mounted (a line of `/proc/self/mountinfo`).
///
/// @param root the group that stands at the mount point; in a container not the topmost one
/// @param point the mount point, relative to `/`
record CgroupMount(CgroupVersion version, String root, String point) {
    private static final int ROOT = 3;
    private static final int POINT = 4;

    static List<CgroupMount> parse(String mountinfo) {
        return mountinfo.lines().flatMap(line -> mount(line).stream()).toList();
    }

    private static Optional<CgroupMount> mount(String line) {
        String[] halves = line.split(" - ", 2);
        if (halves.length < 2) {
            return Optional.empty();
        }
        String[] left = halves[0].split(" ", -1);
        String[] right = halves[1].split(" ", -1);
        if (left.length <= POINT || right.length < 3) {
            return Optional.empty();
        }
        return version(right[0], right[2])
                .map(known -> new CgroupMount(known, left[ROOT], left[POINT].substring(1)));
    }

    private static Optional<CgroupVersion> version(String type, String options) {
        if (type.equals("cgroup2")) {
            return Optional.of(CgroupVersion.V2);
        }
        boolean memory = Arrays.asList(options.split(",")).contains("memory");
        return type.equals("cgroup") && memory ? Optional.of(CgroupVersion.V1) : Optional.empty();
    }

    /// The folders of this process's group and of all around it, innermost first.
    List<String> folders(String groups) {
        List<String> folders = new ArrayList<>();
        String inside = version.path(groups).flatMap(this::below).orElse("");
        while (!inside.isEmpty()) {
            folders.add(point + inside);
            inside = inside.substring(0, inside.lastIndexOf('/'));
        }
        folders.add(point);
        return folders;
    }

    /// The path below the mount point; none where the group lies outside of what is mounted.
    private Optional<String> below(String path) {
        if (path.contains("/..")) {
            return Optional.empty();
        }
        String top = root.equals("/") ? "" : root;
        if (!path.equals(top) && !path.startsWith(top + "/")) {
            return Optional.empty();
        }
        String inside = path.substring(top.length());
        return Optional.of(inside.equals("/") ? "" : inside);
    }
}
