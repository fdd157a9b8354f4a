package nearside.desktop.print;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashDocAttributeSet;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.JobName;

/// The printers that the JDK finds, for Windows: there it asks the system itself, while on Linux it
/// would ask a server.
public final class JdkPrinters implements Printers {
    private static final DocFlavor PAGES = DocFlavor.SERVICE_FORMATTED.PAGEABLE;

    private final Supplier<List<PrintService>> services;
    private final Supplier<Optional<PrintService>> usual;

    JdkPrinters(Supplier<List<PrintService>> services, Supplier<Optional<PrintService>> usual) {
        this.services = services;
        this.usual = usual;
    }

    /// Those of this system.
    public static JdkPrinters ofSystem() {
        return new JdkPrinters(
                () ->
                        Arrays.asList(
                                PrintServiceLookup.lookupPrintServices(
                                        PAGES, new HashDocAttributeSet())),
                () -> Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService()));
    }

    @Override
    public Found find() {
        List<String> names = services.get().stream().map(PrintService::getName).toList();
        return new Found(names, usual.get().map(PrintService::getName).filter(names::contains), "");
    }

    @Override
    public Outcome print(Order order, Leaves leaves) {
        return services.get().stream()
                .filter(service -> service.getName().equals(order.printer()))
                .findFirst()
                .map(service -> print(service, order.copies(), leaves))
                .orElseGet(() -> new Outcome.Refused("no printer: " + order.printer()));
    }

    private static Outcome print(PrintService service, int copies, Leaves leaves) {
        PrintRequestAttributeSet asked = new HashPrintRequestAttributeSet(new Copies(copies));
        asked.add(new JobName("Nearside", null));
        try {
            DrawnBook book = new DrawnBook(leaves.drawn(), DrawnBook.paper(service));
            service.createPrintJob().print(new SimpleDoc(book, PAGES, null), asked);
            return new Outcome.Taken();
        } catch (IOException refused) {
            return new Outcome.NoPages(String.valueOf(refused.getMessage()));
        } catch (PrintException refused) {
            return new Outcome.Refused(String.valueOf(refused.getMessage()));
        }
    }
}
