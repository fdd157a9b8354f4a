package nearside.desktop.notices;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/// The notifications of macOS, by its own script language; a click on one leads to the program that
/// runs scripts, so it is not heard.
///
/// @param program that runs scripts
public record ScriptNotices(String program) implements Notices {
    @Override
    public void tell(String title, String text, Runnable chosen) {
        try {
            new ProcessBuilder(command(title, text))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            System.getLogger("nearside.notices")
                    .log(System.Logger.Level.INFO, "nothing shows notifications");
        }
    }

    /// The texts go as arguments, so that nothing in them is read as script.
    List<String> command(String title, String text) {
        return List.of(
                program,
                "-e",
                "on run argv",
                "-e",
                "display notification (item 2 of argv) with title (item 1 of argv)",
                "-e",
                "end run",
                title,
                text);
    }
}
