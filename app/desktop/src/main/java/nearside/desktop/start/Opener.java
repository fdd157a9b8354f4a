package nearside.desktop.start;

import java.io.IOException;
import java.util.List;

/// Opens a folder or an address with what the system has for it.
final class Opener {
    /// What Linux desktops have.
    static final String LINUX = "xdg-open";

    private final String system;

    Opener(String system) {
        this.system = system;
    }

    /// @param target the path of a folder, or an address of the web or of mail
    void open(String target) {
        try {
            ProcessBuilder opener = new ProcessBuilder(command(target));
            Itself.unmark(opener.environment()); // as the person set it
            opener.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            System.getLogger("nearside.start")
                    .log(System.Logger.Level.WARNING, "nothing opens folders and addresses");
        }
    }

    List<String> command(String target) {
        String program =
                system.startsWith("Windows")
                        ? "explorer"
                        : system.startsWith("Mac") ? "open" : LINUX;
        return List.of(program, target);
    }
}
