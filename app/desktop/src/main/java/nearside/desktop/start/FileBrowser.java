package nearside.desktop.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Shows a folder in the system's own file browser.
final class FileBrowser {
    /// What Linux desktops have.
    static final String LINUX = "xdg-open";

    private final String system;

    FileBrowser(String system) {
        this.system = system;
    }

    void show(Path folder) {
        try {
            ProcessBuilder browser = new ProcessBuilder(command(folder));
            Itself.unmark(browser.environment()); // as the person set it
            browser.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            System.getLogger("nearside.start")
                    .log(System.Logger.Level.WARNING, "no file browser: {0}", command(folder));
        }
    }

    List<String> command(Path folder) {
        String program =
                system.startsWith("Windows")
                        ? "explorer"
                        : system.startsWith("Mac") ? "open" : LINUX;
        return List.of(program, folder.toString());
    }
}
