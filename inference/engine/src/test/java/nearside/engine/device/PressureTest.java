package nearside.engine.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.memory.KernelFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// How hard memory is to find, as systems tell it.
class PressureTest {
    private static final String CALM =
            """
            some avg10=0.01 avg60=0.33 avg300=0.36 total=351321041
            full avg10=0.01 avg60=0.26 avg300=0.21 total=139206125
            """;
    private static final String TIGHT =
            """
            some avg10=23.40 avg60=11.12 avg300=3.02 total=88321041
            full avg10=2.11 avg60=0.96 avg300=0.21 total=19206125
            """;
    private static final String STUCK =
            """
            some avg10=71.40 avg60=31.12 avg300=9.02 total=188321041
            full avg10=44.11 avg60=20.96 avg300=6.21 total=119206125
            """;
    private static final String V2_MOUNT =
            "25 22 0:23 / /sys/fs/cgroup rw,nsdelegate shared:4 - cgroup2 cgroup2 rw\n";

    @TempDir Path root;

    private void put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void expect(Pressure pressure) {
        assertEquals(pressure, Stalls.of(new KernelFiles(root)));
    }

    @Test
    void linesOfTheKernelAreRead() {
        assertEquals(Optional.of(new Stall(23.40, 2.11)), Stall.parse(TIGHT));
        assertEquals(
                Optional.of(new Stall(9.78, 0)),
                Stall.parse("some avg10=9.78 avg60=19.94 avg300=26.95 total=24316733262\n"));
        assertEquals(Optional.empty(), Stall.parse(""));
        assertEquals(Optional.empty(), Stall.parse("some avg10=lots avg60=1"));
    }

    @Test
    void kernelWithoutPressureFilesDoesNotSay() {
        expect(Pressure.UNKNOWN);
    }

    @Test
    void wholeMachineCounts() throws IOException {
        put("proc/pressure/memory", CALM);
        expect(Pressure.NONE);
        put("proc/pressure/memory", TIGHT);
        expect(Pressure.SOME);
        put("proc/pressure/memory", STUCK);
        expect(Pressure.HIGH);
    }

    @Test
    void ownGroupCountsWhereItIsTighter() throws IOException {
        put("proc/pressure/memory", CALM);
        put("proc/self/cgroup", "0::/user.slice/app\n");
        put("proc/self/mountinfo", V2_MOUNT);
        put("sys/fs/cgroup/user.slice/app/memory.pressure", STUCK);
        expect(Pressure.HIGH);
    }

    @Test
    void groupOutsideOfWhatIsMountedIsTheMountPoint() {
        assertEquals(Optional.of("sys/fs/cgroup"), Stalls.group("0::/../../x\n", V2_MOUNT));
        assertEquals(Optional.of("sys/fs/cgroup"), Stalls.group("0::/\n", V2_MOUNT));
        assertEquals(Optional.of("sys/fs/cgroup/a"), Stalls.group("0::/a\n", V2_MOUNT));
        assertEquals(Optional.empty(), Stalls.group("0::/a\n", "nonsense\n"));
    }

    @Test
    void macHasThreeLevels() {
        assertEquals(Pressure.NONE, Pressure.mac(1));
        assertEquals(Pressure.SOME, Pressure.mac(2));
        assertEquals(Pressure.HIGH, Pressure.mac(4));
        assertEquals(Pressure.UNKNOWN, Pressure.mac(SystemCall.UNKNOWN));
    }
}
