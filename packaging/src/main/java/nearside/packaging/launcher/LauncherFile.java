package nearside.packaging.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a launcher is told: the main class in its module, and the options of its JVM. In options
/// `$APPDIR` stands for the folder of the launcher file.
public record LauncherFile(String mainModule, List<String> options) {
    public LauncherFile {
        options = List.copyOf(options);
    }

    /// The same launcher with one option more.
    public LauncherFile with(String option) {
        return new LauncherFile(
                mainModule, Stream.concat(options.stream(), Stream.of(option)).toList());
    }

    /// Writes the file in the form that jpackage's launchers read.
    public void writeTo(Path file) throws IOException {
        Files.writeString(file, text());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("[Application]\napp.mainmodule=").append(mainModule);
        text.append("\n\n[JavaOptions]\n");
        options.forEach(option -> text.append("java-options=").append(option).append('\n'));
        return text.toString();
    }
}
