package nearside.desktop.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The three streams of a terminal command.
public record Console(InputStream in, PrintStream out, PrintStream err) {

    /// The streams of this process: UTF-8, except on Windows, whose terminals have encodings of
    /// their own.
    public static Console system() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return new Console(System.in, System.out, System.err);
        }
        return new Console(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }
}
