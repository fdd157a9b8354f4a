package nearside.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Memory as a made-up kernel tells it, and once as the real one does.
class MemoryProbeTest {
    private static final long MIB = 1L << 20;
    private static final String V1_MOUNT =
            "33 25 0:29 / /sys/fs/cgroup/memory rw,nosuid - cgroup cgroup rw,memory\n";
    private static final String V2_MOUNT =
            "25 22 0:23 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";
    private static final String V1_NONE = "9223372036854771712\n";

    @TempDir Path root;

    @BeforeEach
    void machineOfEightGigabytes() throws IOException {
        put("proc/meminfo", meminfo(8192, 6000));
    }

    private static String meminfo(long totalMib, long availableMib) {
        return """
        MemTotal:       %d kB
        MemFree:         1024 kB
        MemAvailable:   %d kB
        Buffers:          64 kB
        """
                .formatted(totalMib << 10, availableMib << 10);
    }

    private void put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void group(String folder, String limit, long usedMib, long cacheMib)
            throws IOException {
        put(folder + "/memory.max", limit);
        put(folder + "/memory.current", usedMib * MIB + "\n");
        put(folder + "/memory.stat", "anon 1\ninactive_file " + cacheMib * MIB + "\nfile 9\n");
    }

    private void oldGroup(String folder, String limit, long usedMib, long cacheMib)
            throws IOException {
        put(folder + "/memory.limit_in_bytes", limit);
        put(folder + "/memory.usage_in_bytes", usedMib * MIB + "\n");
        put(
                folder + "/memory.stat",
                "inactive_file 1\ntotal_inactive_file " + cacheMib * MIB + "\n");
    }

    private void expect(long freeMib, long totalMib) {
        assertEquals(new Memory(freeMib * MIB, totalMib * MIB), new MemoryProbe(root).read());
    }

    private static String mib(long mib) {
        return mib * MIB + "\n";
    }

    @Test
    void availableMemoryCountsWithoutGroups() {
        expect(6000, 8192);
    }

    @Test
    void newGroupLimitsWhatIsFree() throws IOException {
        put("proc/self/mountinfo", V2_MOUNT);
        put("proc/self/cgroup", "0::/user.slice/app\n");
        group("sys/fs/cgroup/user.slice/app", mib(2048), 1500, 500);
        expect(1048, 2048);
    }

    @Test
    void tightestGroupOnTheWayUpCounts() throws IOException {
        put("proc/self/mountinfo", V2_MOUNT);
        put("proc/self/cgroup", "0::/a/b/c\n");
        group("sys/fs/cgroup/a", mib(4096), 4000, 100);
        group("sys/fs/cgroup/a/b", "max\n", 3000, 0);
        group("sys/fs/cgroup/a/b/c", mib(3072), 100, 0);
        expect(196, 3072);
    }

    @Test
    void limitThatOnlySlowsDownCountsToo() throws IOException {
        put("proc/self/mountinfo", V2_MOUNT);
        put("proc/self/cgroup", "0::/a\n");
        group("sys/fs/cgroup/a", mib(4096), 1000, 0);
        put("sys/fs/cgroup/a/memory.high", mib(1200));
        expect(200, 1200);
    }

    @Test
    void activeFilesAreGivenBackToo() throws IOException {
        put("proc/self/mountinfo", V2_MOUNT);
        put("proc/self/cgroup", "0::/a\n");
        group("sys/fs/cgroup/a", mib(4096), 3000, 100);
        put(
                "sys/fs/cgroup/a/memory.stat",
                "inactive_file %d\nactive_file %d\n".formatted(100 * MIB, 900 * MIB));
        expect(2096, 4096);
    }

    @Test
    void activeFilesOfAnOldGroupAreGivenBackToo() throws IOException {
        put("proc/self/mountinfo", V1_MOUNT);
        put("proc/self/cgroup", "9:memory:/job\n");
        oldGroup("sys/fs/cgroup/memory/job", mib(4096), 3000, 100);
        put(
                "sys/fs/cgroup/memory/job/memory.stat",
                "active_file 1\ntotal_inactive_file %d\ntotal_active_file %d\n"
                        .formatted(100 * MIB, 900 * MIB));
        expect(2096, 4096);
    }

    @Test
    void usedUpGroupHasNothingFree() throws IOException {
        put("proc/self/mountinfo", V2_MOUNT);
        put("proc/self/cgroup", "0::/\n");
        group("sys/fs/cgroup", mib(100), 200, 0);
        expect(0, 100);
    }

    @Test
    void groupsWithoutLimitChangeNothing() throws IOException {
        put("proc/self/mountinfo", V1_MOUNT + V2_MOUNT);
        put("proc/self/cgroup", "9:memory:/x\n0::/x\n");
        group("sys/fs/cgroup/x", "max\n", 200, 0);
        oldGroup("sys/fs/cgroup/memory/x", V1_NONE, 200, 0);
        expect(6000, 8192);
    }

    @Test
    void oldGroupLimitsWhatIsFree() throws IOException {
        put("proc/self/mountinfo", V1_MOUNT);
        put("proc/self/cgroup", "12:cpu,cpuacct:/other\n9:memory:/job/one\n1:name=systemd:/x\n");
        oldGroup("sys/fs/cgroup/memory/job/one", V1_NONE, 100, 0);
        oldGroup("sys/fs/cgroup/memory/job", mib(1024), 800, 300);
        oldGroup("sys/fs/cgroup/memory", V1_NONE, 5000, 0);
        expect(524, 1024);
    }

    @Test
    void groupOfAContainerIsFoundBelowItsMount() throws IOException {
        put("proc/self/mountinfo", V1_MOUNT.replace(" / /sys", " /docker/abc /sys"));
        put("proc/self/cgroup", "9:memory:/docker/abc/inner\n");
        oldGroup("sys/fs/cgroup/memory", mib(2000), 500, 0);
        oldGroup("sys/fs/cgroup/memory/inner", mib(700), 100, 0);
        expect(600, 700);
    }

    @Test
    void groupOutsideTheMountLeavesTheMountItself() throws IOException {
        put("proc/self/mountinfo", V2_MOUNT);
        put("proc/self/cgroup", "0::/../../elsewhere\n");
        group("sys/fs/cgroup", mib(1000), 400, 0);
        expect(600, 1000);
    }

    @Test
    void nonsenseIsPassedOver() throws IOException {
        put("proc/self/mountinfo", "x\n - \na b - cgroup2 x\n" + V2_MOUNT);
        put("proc/self/cgroup", "nonsense\n0::/a\n");
        group("sys/fs/cgroup/a", "lots\n", 1, 1);
        put("sys/fs/cgroup/memory.max", mib(3000));
        put("sys/fs/cgroup/memory.current", "-5");
        expect(3000, 3000);
    }

    @Test
    void meminfoWithoutItsLinesIsNotUsed() throws IOException {
        put("proc/meminfo", "MemTotal: lots\nMemFree: 5 kB\n");
        assertTrue(new MemoryProbe(root).read().totalBytes() > 1);
    }

    @Test
    void commitHeadroomLimitsWindows() {
        assertEquals(new Memory(300, 1000), MemoryProbe.windows(1000, 500, 300));
        assertEquals(new Memory(500, 1000), MemoryProbe.windows(1000, 500, 3000));
        assertEquals(new Memory(0, 1000), MemoryProbe.windows(1000, 500, -1));
    }

    @Test
    void macCountsHalfAsObtainable() {
        assertEquals(new Memory(500, 1000), MemoryProbe.mac(1000, 20));
        assertEquals(new Memory(700, 1000), MemoryProbe.mac(1000, 700));
    }

    @Test
    void thisMachineHasMemory() {
        Memory here = new MemoryProbe().read();
        assertTrue(here.freeBytes() > 0 && here.freeBytes() <= here.totalBytes(), here::toString);
        assertTrue(here.totalBytes() >= 256 * MIB, here::toString);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachineNeverHasMoreThanItsKernelSays() throws IOException {
        String meminfo = Files.readString(Path.of("/proc/meminfo"));
        long total = Meminfo.parse(meminfo).orElseThrow().totalBytes();
        assertTrue(new MemoryProbe().read().totalBytes() <= total);
    }
}
