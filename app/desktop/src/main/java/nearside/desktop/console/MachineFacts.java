package nearside.desktop.console;

import com.google.gson.JsonObject;

import java.lang.management.ManagementFactory;

/// What of the machine stands beside figures that were measured on it.
final class MachineFacts {
    private MachineFacts() {}

    /// Its cores, and how busy it is where the system tells.
    static void addTo(JsonObject report) {
        report.addProperty("cores", Runtime.getRuntime().availableProcessors());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load >= 0) {
            report.addProperty("load_average", load);
        }
    }
}
