package nearside.desktop.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a launcher file as jpackage's launchers do: the main module, and the options of its JVM.
final class LauncherOptions {
    private static final String MAIN = "app.mainmodule=";
    private static final String OPTION = "java-options=";

    private LauncherOptions() {}

    /// What starts that program without its launcher.
    ///
    /// @param java the Java runtime's starter
    /// @param file the launcher file; its folder is what `$APPDIR` stands for
    static List<String> command(Path java, Path file) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        String main = "";
        for (String line : lines(file)) {
            if (line.startsWith(OPTION)) {
                String folder = String.valueOf(file.getParent());
                command.add(line.substring(OPTION.length()).replace("$APPDIR", folder));
            } else if (line.startsWith(MAIN)) {
                main = line.substring(MAIN.length());
            }
        }
        command.addAll(List.of("-m", main));
        return command;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the program is missing: " + file, e);
        }
    }
}
