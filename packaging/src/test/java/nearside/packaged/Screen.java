package nearside.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A display server of its own, with hands on its keyboard: Xvfb and xdotool.
///
/// @param name as `DISPLAY` names it
record Screen(Process server, String name) implements AutoCloseable {
    /// An American keyboard with the two characters of 你好 on a key that it has not. xdotool would
    /// lay them on a key for a moment otherwise, and a program that is busy looks after the moment.
    private static final String KEYBOARD =
            """
            xkb_keymap {
                xkb_keycodes { include "evdev+aliases(qwerty)" };
                xkb_types { include "complete" };
                xkb_compat { include "complete" };
                xkb_symbols {
                    include "pc+us+inet(evdev)"
                    key <I248> { [ U4F60, U597D ] };
                };
            };
            """;

    static Screen open() throws IOException, InterruptedException {
        Process server =
                new ProcessBuilder(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                "1280x800x24",
                                "-nolisten",
                                "tcp",
                                "-noreset")
                        .redirectError(Redirect.DISCARD)
                        .start();
        BufferedReader out = server.inputReader();
        String number = out.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        Screen screen = new Screen(server, ":" + number.strip());
        screen.lay(KEYBOARD);
        return screen;
    }

    /// Gives the screen its keyboard; `-noreset` keeps it before there is a first window.
    private void lay(String keyboard) throws IOException, InterruptedException {
        Process keys =
                new ProcessBuilder("xkbcomp", "-w", "0", "-", name)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
        try (Writer to = keys.outputWriter(StandardCharsets.US_ASCII)) {
            to.write(keyboard);
        }
        if (keys.waitFor() != 0) {
            throw new IOException("xkbcomp did not take the keyboard, code " + keys.exitValue());
        }
    }

    /// A command line that runs on this screen.
    List<String> around(List<String> command) {
        List<String> line = new ArrayList<>(List.of("env", "DISPLAY=" + name));
        line.addAll(command);
        return line;
    }

    /// Waits for the window and gives it the keyboard; no window manager does so here.
    void focus(String title) throws IOException, InterruptedException {
        hands("search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync");
    }

    void type(String text) throws IOException, InterruptedException {
        hands("type", "--delay", "20", text);
        press("Return");
    }

    void press(String keys) throws IOException, InterruptedException {
        hands("key", keys);
    }

    private void hands(String... action) throws IOException, InterruptedException {
        List<String> line = around(List.of("xdotool"));
        line.addAll(List.of(action));
        Process hands = new ProcessBuilder(line).redirectOutput(Redirect.DISCARD).start();
        if (!hands.waitFor(60, TimeUnit.SECONDS) || hands.exitValue() != 0) {
            hands.destroyForcibly();
            throw new IOException("could not: " + String.join(" ", action));
        }
    }

    @Override
    public void close() {
        server.destroy();
    }
}
