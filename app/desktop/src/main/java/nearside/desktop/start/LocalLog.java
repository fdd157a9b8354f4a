package nearside.desktop.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The log on this device: five files of one megabyte, ids, sizes and codes only, never content.
public final class LocalLog {
    private static final int BYTES = 1_000_000;
    private static final int FILES = 5;

    private LocalLog() {}

    /// Sends what the program logs to that folder, and nothing to the terminal. A folder that
    /// cannot be written costs the log, not the program.
    public static void open(Path folder) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        try {
            Files.createDirectories(folder);
            FileHandler file =
                    new FileHandler(
                            folder.resolve("nearside-%u-%g.log").toString(), BYTES, FILES, true);
            file.setFormatter(new OneLine());
            root.addHandler(file);
            root.setLevel(Level.WARNING);
            Logger.getLogger("nearside").setLevel(Level.INFO);
        } catch (IOException unwritable) {
            root.setLevel(Level.OFF);
        }
    }

    /// Time, level, room and message on one line; a bug adds its stack of class and method names.
    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord entry) {
            StringBuilder line = new StringBuilder();
            line.append(entry.getInstant())
                    .append(' ')
                    .append(entry.getLevel().getName())
                    .append(' ')
                    .append(entry.getLoggerName())
                    .append(' ')
                    .append(formatMessage(entry))
                    .append('\n');
            for (Throwable bug = entry.getThrown(); bug != null; bug = bug.getCause()) {
                line.append("  ").append(bug.getClass().getName()).append('\n');
                for (StackTraceElement frame : bug.getStackTrace()) {
                    line.append("    at ").append(frame).append('\n');
                }
            }
            return line.toString();
        }
    }
}
