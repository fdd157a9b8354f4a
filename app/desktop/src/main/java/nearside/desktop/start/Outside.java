package nearside.desktop.start;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A small process that is started before the seal, which children inherit. It does outside what a
/// sealed program cannot: it opens folders and addresses, and starts the program anew when this one
/// is gone.
///
/// It is a shell that reads orders from a pipe, one a line, and ends with the pipe: the end of this
/// process closes it in any case, and frees the profile before.
final class Outside {
    private static final System.Logger LOG = System.getLogger("nearside.start");

    private static final String SCRIPT =
            """
            opener=$1
            shift
            again=
            while IFS= read -r order; do
              case $order in
                again) again=yes ;;
                open\\ *) "$opener" "${order#open }" >/dev/null 2>&1 </dev/null & ;;
              esac
            done
            [ -z "$again" ] || exec "$@" </dev/null
            """;

    private final Process shell;

    private Outside(Process shell) {
        this.shell = shell;
    }

    /// Empty where there is no such shell; then the program has to be started anew by hand.
    ///
    /// @param opener the program that opens folders and addresses
    /// @param again the command line that starts this program
    static Optional<Outside> start(String opener, List<String> again) {
        List<String> line = new ArrayList<>(List.of("sh", "-c", SCRIPT, "nearside-outside"));
        line.add(opener);
        line.addAll(again);
        ProcessBuilder shell = new ProcessBuilder(line);
        Itself.unmark(shell.environment()); // as the person set it
        shell.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        shell.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            return Optional.of(new Outside(shell.start()));
        } catch (IOException none) {
            LOG.log(Level.WARNING, "no shell for what goes outside: {0}", none.getClass());
            return Optional.empty();
        }
    }

    /// Opens a folder or an address.
    void open(String target) {
        if (target.indexOf('\n') >= 0 || !order("open " + target)) {
            LOG.log(Level.WARNING, "something could not be opened");
        }
    }

    /// Starts the program anew when this process is gone; false when nobody is left to do so.
    boolean startAgain() {
        return order("again");
    }

    private synchronized boolean order(String order) {
        try {
            OutputStream orders = shell.getOutputStream();
            orders.write((order + "\n").getBytes(Charset.forName(fileNames())));
            orders.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static String fileNames() {
        return System.getProperty("sun.jnu.encoding", "UTF-8");
    }

    /// What the end of this process does by itself.
    ///
    /// @return the shell, which is about to end
    Process end() throws IOException {
        shell.getOutputStream().close();
        return shell;
    }
}
