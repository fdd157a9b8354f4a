package nearside.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.OptionalLong;

class OwnMemoryTest {
    private static final String STATUS =
            """
            Name:	java
            VmHWM:	  523456 kB
            VmRSS:	  401234 kB
            RssAnon:	  300000 kB
            RssFile:	  101000 kB
            RssShmem:	     234 kB
            """;

    @Test
    void whatIsNoFileCounts() {
        assertEquals(OptionalLong.of(300_234L << 10), OwnMemory.in(STATUS));
    }

    @Test
    void peakIsWithoutTheFilesOfNow() {
        assertEquals(OptionalLong.of((523_456L - 101_000) << 10), OwnMemory.peakIn(STATUS));
        assertEquals(
                OptionalLong.of(300_234L << 10),
                OwnMemory.peakIn(STATUS.replace("523456", "401234")));
    }

    @Test
    void otherSystemsDoNotTell() {
        assertEquals(OptionalLong.empty(), OwnMemory.in(""));
        assertEquals(OptionalLong.empty(), OwnMemory.peakIn("VmHWM:\t5 kB\n"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessHoldsSomething() {
        long pid = ProcessHandle.current().pid();
        assertTrue(OwnMemory.of(pid).orElseThrow() > 1 << 20);
        assertTrue(OwnMemory.peakOf(pid).orElseThrow() >= 1 << 20);
    }
}
