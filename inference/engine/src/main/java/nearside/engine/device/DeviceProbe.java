package nearside.engine.device;

import com.sun.management.OperatingSystemMXBean;

import nearside.engine.memory.KernelFiles;
import nearside.engine.memory.MemoryProbe;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Reads all that this device tells about itself. Cheap enough to be asked every second; may be
/// used by several threads.
///
/// Linux: files of the kernel. macOS and Windows: the JDK, one call of the system each, and on
/// macOS `pmset` twice a minute; written from their references, not run.
public final class DeviceProbe {
    private final MemoryProbe memory = new MemoryProbe();
    private final KernelFiles kernel = new KernelFiles(Path.of("/"));
    private final Host host = Host.named(System.getProperty("os.name", ""));
    private final MacPower macPower = new MacPower();

    private enum Host {
        LINUX,
        MAC,
        WINDOWS,
        OTHER;

        static Host named(String system) {
            String name = system.toLowerCase(Locale.ROOT);
            if (name.startsWith("linux")) {
                return LINUX;
            }
            if (name.startsWith("mac")) {
                return MAC;
            }
            return name.startsWith("windows") ? WINDOWS : OTHER;
        }
    }

    /// Everything but the engine.
    public DeviceReading read() {
        return new DeviceReading(
                memory.read(), pressure(), processors(), power(), Optional.empty());
    }

    private Pressure pressure() {
        return switch (host) {
            case LINUX -> Stalls.of(kernel);
            case MAC -> Pressure.mac(SystemCall.macPressureLevel());
            case WINDOWS, OTHER -> Pressure.UNKNOWN;
        };
    }

    private Processors processors() {
        int usable = Runtime.getRuntime().availableProcessors();
        return switch (host) {
            case LINUX ->
                    new Processors(
                            usable,
                            Processors.linux(
                                    kernel.text("proc/loadavg"),
                                    kernel.text("sys/devices/system/cpu/online")));
            case MAC, WINDOWS, OTHER -> new Processors(usable, Processors.other(busy()));
        };
    }

    private static double busy() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getCpuLoad();
    }

    private Power power() {
        return switch (host) {
            case LINUX -> Power.linux(kernel);
            case MAC -> macPower.now();
            case WINDOWS -> Power.windows(SystemCall.windowsLineStatus());
            case OTHER -> Power.UNKNOWN;
        };
    }
}
