package nearside.desktop.print;

import nearside.desktop.print.Programs.Ran;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The printers of CUPS, which prints on Linux and macOS, by its own client. The pages go to its
/// standard input: nothing of them lies in a file of this program.
public final class CupsPrinters implements Printers {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] NOTHING = {};

    private final Programs programs;

    /// @param environment of the person
    public CupsPrinters(Map<String, String> environment) {
        this(environment, PATIENCE);
    }

    CupsPrinters(Map<String, String> environment, Duration patience) {
        programs = new Programs(environment, patience);
    }

    @Override
    public Found find() {
        return switch (programs.run("lpstat", List.of("-e"), NOTHING)) {
            case Ran.Done(String said) -> found(said.lines().filter(it -> !it.isBlank()).toList());
            case Ran.Failed(String said) -> Found.none(said);
            case Ran.Silent _ -> Found.none("lpstat: " + programs.patience().toSeconds() + " s");
            case Ran.Absent _ -> Found.none("");
        };
    }

    private Found found(List<String> names) {
        return names.isEmpty() ? Found.none("") : new Found(names, usual(names), "");
    }

    /// It stands behind the colon; the sentence without one says that there is none.
    private Optional<String> usual(List<String> names) {
        return programs.run("lpstat", List.of("-d"), NOTHING) instanceof Ran.Done(String said)
                ? names.stream().filter(name -> said.strip().endsWith(": " + name)).findFirst()
                : Optional.empty();
    }

    @Override
    public Outcome print(Order order, Leaves leaves) {
        byte[] pdf;
        try {
            // The whole of it first: half of a conversation would be printed as if it were all.
            pdf = leaves.pdf();
        } catch (IOException refused) {
            return new Outcome.NoPages(String.valueOf(refused.getMessage()));
        }
        List<String> arguments =
                List.of(
                        "-d",
                        order.printer(),
                        "-n",
                        Integer.toString(order.copies()),
                        "-t",
                        "Nearside",
                        "--",
                        "-");
        return switch (programs.run("lp", arguments, pdf)) {
            case Ran.Done _ -> new Outcome.Taken();
            case Ran.Failed(String said) -> new Outcome.Refused(said);
            case Ran.Silent _ -> new Outcome.Silent(programs.patience());
            case Ran.Absent _ -> new Outcome.Refused("lp: not found");
        };
    }
}
