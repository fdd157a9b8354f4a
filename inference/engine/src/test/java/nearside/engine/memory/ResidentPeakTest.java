package nearside.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.OptionalLong;

class ResidentPeakTest {
    @Test
    void isReadInKibibytes() {
        String status = "Name:\tjava\nVmPeak:\t  999999 kB\nVmHWM:\t  1234 kB\nVmRSS:\t  1000 kB\n";
        assertEquals(OptionalLong.of(1234 * 1024), ResidentPeak.in(status));
    }

    @Test
    void isUnknownWhereTheSystemDoesNotTell() {
        assertEquals(OptionalLong.empty(), ResidentPeak.in(""));
        assertEquals(OptionalLong.empty(), ResidentPeak.in("VmHWM:\tmuch\n"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ofThisProcessIsAtLeastWhatItHoldsNow() {
        byte[] held = new byte[8 << 20];
        java.util.Arrays.fill(held, (byte) 1);
        assertTrue(ResidentPeak.of(ProcessHandle.current().pid()).orElse(0) > held.length);
    }
}
