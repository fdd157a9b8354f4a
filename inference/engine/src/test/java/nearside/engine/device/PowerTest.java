package nearside.engine.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.memory.KernelFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What drives a device, as systems tell it.
class PowerTest {
    private static final String PMSET_BATTERY =
            """
            Now drawing from 'Battery Power'
             -InternalBattery-0 (id=4653155)\t74%; discharging; 5:12 remaining present: true
            """;
    private static final String PMSET_MAINS =
            """
            Now drawing from 'AC Power'
             -InternalBattery-0 (id=4653155)\t100%; charged; 0:00 remaining present: true
            """;

    @TempDir Path root;

    private void supply(String name, String... files) throws IOException {
        Path folder = root.resolve("sys/class/power_supply").resolve(name);
        Files.createDirectories(folder);
        for (String file : files) {
            String[] half = file.split("=", 2);
            Files.writeString(folder.resolve(half[0]), half[1] + "\n");
        }
    }

    private void expect(Power power) {
        assertEquals(power, Power.linux(new KernelFiles(root)));
    }

    @Test
    void laptopThatIsPluggedInRunsOnMains() throws IOException {
        supply("AC", "type=Mains", "online=1");
        supply("BAT0", "type=Battery", "status=Discharging");
        expect(Power.MAINS);
    }

    @Test
    void laptopThatIsNotRunsOnItsBattery() throws IOException {
        supply("AC", "type=Mains", "online=0");
        supply("BAT0", "type=Battery", "status=Discharging");
        expect(Power.BATTERY);
    }

    @Test
    void oneOfTwoBatteriesThatGivesIsEnough() throws IOException {
        supply("ADP1", "type=Mains", "online=0");
        supply("BAT0", "type=Battery", "status=Unknown");
        supply("BAT1", "type=Battery", "status=Discharging");
        expect(Power.BATTERY);
    }

    @Test
    void programmableUsbSourceIsMains() throws IOException {
        supply("ucsi-source-psy-1", "type=USB", "online=2", "scope=System");
        supply("BAT0", "type=Battery", "status=Not charging");
        expect(Power.MAINS);
    }

    @Test
    void batteryThatFillsIsFedByMains() throws IOException {
        supply("BAT0", "type=Battery", "status=Charging");
        expect(Power.MAINS);
    }

    @Test
    void batteryOfAMouseDrivesNothing() throws IOException {
        supply("hidpp_battery_0", "type=Battery", "status=Discharging", "scope=Device");
        expect(Power.UNKNOWN);
    }

    @Test
    void machineWithoutSuppliesDoesNotSay() {
        expect(Power.UNKNOWN);
    }

    @Test
    void macSaysItInItsFirstLine() {
        assertEquals(Power.BATTERY, Power.mac(PMSET_BATTERY));
        assertEquals(Power.MAINS, Power.mac(PMSET_MAINS));
        assertEquals(Power.UNKNOWN, Power.mac(""));
    }

    @Test
    void windowsSaysItInOneByte() {
        assertEquals(Power.BATTERY, Power.windows(0));
        assertEquals(Power.MAINS, Power.windows(1));
        assertEquals(Power.UNKNOWN, Power.windows(255));
        assertEquals(Power.UNKNOWN, Power.windows(SystemCall.UNKNOWN));
    }
}
