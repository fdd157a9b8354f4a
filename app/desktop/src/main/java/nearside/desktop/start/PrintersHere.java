package nearside.desktop.start;

import nearside.desktop.print.CupsPrinters;
import nearside.desktop.print.JdkPrinters;
import nearside.desktop.print.Printers;

import java.util.HashMap;
import java.util.Map;

/// The printers of this system, asked in the way of this system.
final class PrintersHere {
    private PrintersHere() {}

    static Printers of(String system) {
        if (system.startsWith("Windows")) {
            return JdkPrinters.ofSystem();
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        Itself.unmark(environment); // as the person set it
        return new CupsPrinters(environment);
    }
}
