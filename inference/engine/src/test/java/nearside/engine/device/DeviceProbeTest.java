package nearside.engine.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.local.EngineNow;
import nearside.engine.local.EngineState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.List;
import java.util.Optional;

/// This very machine, whatever it is.
class DeviceProbeTest {
    @Test
    void thisMachineHasMemoryAndProcessors() {
        DeviceReading here = new DeviceProbe().read();
        assertTrue(here.memory().freeBytes() > 0, here::toString);
        assertEquals(
                Runtime.getRuntime().availableProcessors(), here.processors().usable(), "usable");
        assertEquals(Optional.empty(), here.engine());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxTellsItsLoad() {
        assertTrue(new DeviceProbe().read().processors().load().isPresent());
    }

    @Test
    void engineIsAdded() {
        EngineNow engine = new EngineNow(new EngineState.Ready("tiny"), 2, List.of());
        DeviceReading here = new DeviceProbe().read();
        assertEquals(Optional.of(engine), here.with(engine).engine());
        assertEquals(here.memory(), here.with(engine).memory());
    }

    @Test
    void toolThatIsNotThereSaysNothing() {
        assertEquals("", MacPower.ask(List.of("/no/such/tool")));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void toolIsHeard() {
        assertEquals("yes\n", MacPower.ask(List.of("echo", "yes")));
    }
}
