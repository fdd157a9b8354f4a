package nearside.engine.device;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// What a minute of readings costs: prints the processor time of sixty, a first minute (cold) and a
/// tenth one.
public final class DeviceCost {
    private static final int READINGS = 60;

    private DeviceCost() {}

    public static void main(String[] none) {
        DeviceProbe probe = new DeviceProbe();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int minute = 1; minute <= 10; minute++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < READINGS; i++) {
                probe.read();
            }
            long spent = threads.getCurrentThreadCpuTime() - before;
            if (minute == 1 || minute == 10) {
                System.out.printf("minute %d: %.1f ms of processor time%n", minute, spent / 1e6);
            }
        }
        System.out.println(probe.read());
    }
}
