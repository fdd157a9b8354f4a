package nearside.desktop.print;

import nearside.desktop.print.Printers.Outcome;
import nearside.desktop.trouble.Explain;

/// What became of an order, as a person is told.
record Became(Explain explain) {
    Printing of(Outcome outcome, String printer) {
        return switch (outcome) {
            case Outcome.Taken _ -> new Printing.Sent(printer);
            case Outcome.Refused(String said) ->
                    new Printing.Failed(explain.printingRefused(printer, said));
            case Outcome.Silent(var waited) ->
                    new Printing.Failed(explain.printingSilent(printer, waited));
            case Outcome.NoPages(String said) -> new Printing.Failed(explain.noPages(said));
        };
    }
}
