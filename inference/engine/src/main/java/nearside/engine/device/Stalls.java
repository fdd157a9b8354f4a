package nearside.engine.device;

import nearside.engine.memory.KernelFiles;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where Linux tells how long programs wait for memory: for the whole machine, and for the control
/// group that this process is in, of the newer kind alone.
final class Stalls {
    private static final String MACHINE = "proc/pressure/memory";

    private Stalls() {}

    static Pressure of(KernelFiles kernel) {
        List<Pressure> told =
                group(kernel.text("proc/self/cgroup"), kernel.text("proc/self/mountinfo"))
                        .map(folder -> List.of(MACHINE, folder + "/memory.pressure"))
                        .orElse(List.of(MACHINE))
                        .stream()
                        .flatMap(file -> Stall.parse(kernel.text(file)).stream())
                        .map(Pressure::linux)
                        .toList();
        return Pressure.highest(told);
    }

    /// The folder of this process's own group, relative to `/`; in a container that is the mount
    /// point itself.
    static Optional<String> group(String groups, String mountinfo) {
        Optional<String> point =
                mountinfo
                        .lines()
                        .filter(line -> line.contains(" - cgroup2 "))
                        .map(line -> line.split(" ", -1))
                        .filter(words -> words.length > 4)
                        .map(words -> words[4].substring(1))
                        .findFirst();
        String path =
                groups.lines()
                        .filter(line -> line.startsWith("0::/"))
                        .map(line -> line.substring(3))
                        .filter(it -> !Arrays.asList(it.split("/", -1)).contains(".."))
                        .findFirst()
                        .orElse("/");
        return point.map(folder -> folder + (path.equals("/") ? "" : path));
    }
}
