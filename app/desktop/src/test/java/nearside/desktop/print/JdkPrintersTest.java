package nearside.desktop.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import nearside.desktop.print.Printers.Found;
import nearside.desktop.print.Printers.Order;
import nearside.desktop.print.Printers.Outcome;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.StreamPrintServiceFactory;

/// The JDK's own printer, which writes PostScript, stands where those of Windows do.
class JdkPrintersTest {
    /// As the prologue names the two ways to fill.
    private static final String FILLED = "^(WF|EF)$";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PrintService postScript() {
        return StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0]
                .getPrintService(out);
    }

    private String printed(Leaves leaves) {
        out.reset();
        PrintService printer = postScript();
        JdkPrinters printers = new JdkPrinters(() -> List.of(printer), () -> Optional.of(printer));
        assertEquals(new Outcome.Taken(), printers.print(new Order(printer.getName(), 1), leaves));
        return out.toString(ISO_8859_1);
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results().count();
    }

    @Test
    void findsWhatTheJdkFinds() {
        PrintService printer = postScript();
        JdkPrinters both = new JdkPrinters(() -> List.of(printer), () -> Optional.of(printer));
        assertEquals(
                new Found(List.of(printer.getName()), Optional.of(printer.getName()), ""),
                both.find());
        JdkPrinters none = new JdkPrinters(List::of, Optional::empty);
        assertEquals(Found.none(""), none.find());
        assertEquals(
                new Outcome.Refused("no printer: ink"),
                none.print(new Order("ink", 1), SampleLeaves.of("x")));
    }

    @Test
    void printsAsManyPagesAsThePdfHas() throws IOException {
        for (int lines : new int[] {1, 200}) {
            Leaves leaves = SampleLeaves.of("line\n".repeat(lines));
            long pages = count(new String(leaves.pdf(), ISO_8859_1), "/Type /Page ");
            assertEquals(pages, count(printed(leaves), "^%%Page: "));
            assertEquals(lines == 1 ? 1 : 5, pages);
        }
    }

    /// Letters are filled outlines there, each for itself.
    @Test
    void everyLetterReachesThePaper() {
        long without = count(printed(SampleLeaves.of("")), FILLED);
        long with = count(printed(SampleLeaves.of("abcdefghij")), FILLED);
        assertTrue(without > 0, "the head of the page");
        assertEquals(10, with - without);
    }
}
