package nearside.desktop.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The command line that starts this very program: its launcher, or the Java runtime with what it
/// was told before the program's own arguments.
public record Itself(List<String> line) {
    /// jpackage's launcher on Linux sets this and starts itself once more; one that finds it does
    /// not find its program.
    private static final String MARK = "_JPACKAGE_LAUNCHER";

    private static final String LIBRARIES = "LD_LIBRARY_PATH";

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

    /// A process that starts it, as the person would.
    public ProcessBuilder process() {
        ProcessBuilder process = new ProcessBuilder(line);
        unmark(process.environment());
        return process;
    }

    /// Takes back what the launcher added: its mark, and its folder at the end of a path.
    static void unmark(Map<String, String> environment) {
        if (environment.remove(MARK) != null) {
            String path = environment.getOrDefault(LIBRARIES, "");
            String own = path.substring(0, Math.max(0, path.lastIndexOf(':')));
            environment.remove(LIBRARIES);
            if (!own.isEmpty()) {
                environment.put(LIBRARIES, own);
            }
        }
    }

    /// The same with arguments for the program.
    public Itself with(List<String> arguments) {
        return new Itself(Stream.concat(line.stream(), arguments.stream()).toList());
    }
}
