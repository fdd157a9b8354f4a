package nearside.engine.device;

import nearside.engine.memory.KernelFiles;

import java.util.List;

/// What drives this device.
public enum Power {
    MAINS,
    BATTERY,
    /// The system does not say, as in a virtual machine.
    UNKNOWN;

    private static final String SUPPLIES = "sys/class/power_supply";
    private static final int WINDOWS_BATTERY = 0;
    private static final int WINDOWS_MAINS = 1;

    /// As Linux tells it: of each supply its type, whether it is plugged in, and what the battery
    /// does. The battery of a mouse (`scope` is `Device`) drives nothing.
    ///
    /// Source: sysfs-class-power in the kernel's documentation.
    static Power linux(KernelFiles kernel) {
        List<Supply> supplies =
                kernel.names(SUPPLIES).stream()
                        .map(name -> Supply.of(kernel, SUPPLIES + "/" + name))
                        .filter(supply -> !supply.scope.equals("Device"))
                        .toList();
        if (supplies.stream().anyMatch(Supply::isPluggedIn)) {
            return MAINS;
        }
        List<Supply> batteries = supplies.stream().filter(Supply::isBattery).toList();
        if (batteries.stream().anyMatch(battery -> battery.status.equals("Discharging"))) {
            return BATTERY;
        }
        boolean stands = batteries.stream().anyMatch(Supply::standsStill);
        return stands ? MAINS : UNKNOWN;
    }

    /// The first line of `pmset -g batt` on macOS.
    static Power mac(String told) {
        if (told.contains("'Battery Power'")) {
            return BATTERY;
        }
        return told.contains("'AC Power'") ? MAINS : UNKNOWN;
    }

    /// `ACLineStatus` of Windows' `SYSTEM_POWER_STATUS`: 0 without, 1 with a line, 255 unknown.
    static Power windows(int lineStatus) {
        return switch (lineStatus) {
            case WINDOWS_BATTERY -> BATTERY;
            case WINDOWS_MAINS -> MAINS;
            default -> UNKNOWN;
        };
    }

    private record Supply(String type, String online, String status, String scope) {
        static Supply of(KernelFiles kernel, String folder) {
            return new Supply(
                    kernel.text(folder + "/type").strip(),
                    kernel.text(folder + "/online").strip(),
                    kernel.text(folder + "/status").strip(),
                    kernel.text(folder + "/scope").strip());
        }

        boolean isBattery() {
            return type.equals("Battery");
        }

        /// 1 is a fixed, 2 a programmable source.
        boolean isPluggedIn() {
            return !isBattery() && (online.equals("1") || online.equals("2"));
        }

        boolean standsStill() {
            return List.of("Charging", "Full", "Not charging").contains(status);
        }
    }
}
