package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

class CoresTest {
    @TempDir Path cpus;

    @Test
    void siblingsAreOneCore() throws IOException {
        cpu("cpu0", "0,4");
        cpu("cpu1", "1,5");
        cpu("cpu4", "0,4");
        cpu("cpu5", "1,5");
        Files.createDirectory(cpus.resolve("cpufreq"));
        assertEquals(OptionalInt.of(2), Cores.physical(cpus, allowed("0-7")));
    }

    @Test
    void coresThatThisProcessMayNotUseDoNotCount() throws IOException {
        cpu("cpu0", "0,4");
        cpu("cpu1", "1,5");
        cpu("cpu2", "2,6");
        cpu("cpu4", "0,4");
        cpu("cpu5", "1,5");
        assertEquals(OptionalInt.of(1), Cores.physical(cpus, allowed("0,4")));
        assertEquals(OptionalInt.of(2), Cores.physical(cpus, allowed("1-2,5")));
    }

    private Path allowed(String list) throws IOException {
        return Files.writeString(
                cpus.resolve("status"), "Name:\tjava\nCpus_allowed_list:\t" + list + "\n");
    }

    private void cpu(String name, String siblings) throws IOException {
        Path topology = Files.createDirectories(cpus.resolve(name).resolve("topology"));
        Files.writeString(topology.resolve("thread_siblings_list"), siblings + "\n");
    }

    @Test
    void unknownWhereTheSystemDoesNotTell() throws IOException {
        Path status = allowed("0-3");
        assertEquals(OptionalInt.empty(), Cores.physical(cpus, status));
        cpu("cpu0", "0");
        assertEquals(OptionalInt.of(1), Cores.physical(cpus, status));
        assertEquals(OptionalInt.empty(), Cores.physical(cpus, cpus.resolve("none")));
        assertEquals(OptionalInt.empty(), Cores.physical(cpus, allowed("?")));
    }

    @Test
    void oneThreadForEachCoreWithinTheLimit() {
        assertEquals(4, Cores.forModel(8, OptionalInt.of(4)));
        assertEquals(6, Cores.forModel(6, OptionalInt.of(8)));
        assertEquals(8, Cores.forModel(8, OptionalInt.empty()));
    }

    @Test
    void fewProcessorsAreAllUsed() {
        assertEquals(2, Cores.forModel(2, OptionalInt.of(1)));
    }
}
