package nearside.desktop.start;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The command line that starts this very program: its launcher, or the Java runtime with what it
/// was told before the program's own arguments.
public record Itself(List<String> line) {
    public Itself {
        line = List.copyOf(line);
    }

    /// Of this process.
    ///
    /// @param given how many arguments the program itself was given
    public static Itself of(ProcessHandle.Info process, int given) {
        List<String> all =
                process.arguments().map(List::of).orElse(List.of()); // some systems do not tell
        List<String> line = new ArrayList<>();
        line.add(process.command().orElse("nearside"));
        line.addAll(all.subList(0, Math.max(0, all.size() - given)));
        return new Itself(line);
    }

    /// The same with arguments for the program.
    public Itself with(List<String> arguments) {
        return new Itself(Stream.concat(line.stream(), arguments.stream()).toList());
    }
}
