package nearside.desktop.start;

import nearside.storage.Profile;
import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.file.DirectoryStream;
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

    /// Sends what the program logs to its folder, and nothing to the terminal. A folder that cannot
    /// be written costs the log, not the program.
    public static void open(Places places) {
        Path folder = places.logs();
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        try {
            if (folder.startsWith(places.profile())) {
                Profile.make(places.profile());
            }
            OwnerOnly.folder(folder, "nearside-0-0.log");
            FileHandler file =
                    new FileHandler(
                            folder.resolve("nearside-%u-%g.log").toString(), BYTES, FILES, true);
            close(folder);
            file.setFormatter(new OneLine());
            root.addHandler(file);
            root.setLevel(Level.WARNING);
            Logger.getLogger("nearside").setLevel(Level.INFO);
        } catch (IOException unwritable) {
            root.setLevel(Level.OFF);
        }
    }

    /// A handler makes its files with the rights of any other file.
    private static void close(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "nearside-*.log*")) {
            for (Path file : files) {
                OwnerOnly.file(file);
            }
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
