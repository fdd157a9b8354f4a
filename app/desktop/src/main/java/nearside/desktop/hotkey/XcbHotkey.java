package nearside.desktop.hotkey;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import nearside.desktop.foreign.Library;
import nearside.desktop.hotkey.KeyChord.Held;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keys of the whole screen where an X server has the keyboard, by XCB over a connection of its own
/// (https://xcb.freedesktop.org/manual/). Under Wayland the server only hears of keys that are
/// typed into X programs, so it is not asked there.
public final class XcbHotkey implements Hotkey {
    private static final String XCB = "libxcb.so.1";
    private static final long NONE = 0;
    private static final int ASYNC = 1;
    private static final int KEY_PRESS = 2;
    private static final int WAKE_MILLIS = 1_000;
    private static final short POLLIN = 1;

    /// Caps lock and num lock, which are no part of what is meant.
    private static final List<Integer> LOCKS = List.of(0, 2, 16, 2 | 16);

    private final Library xcb;
    private final Library libc;
    private final String display;
    private Optional<Listening> listening = Optional.empty();

    private XcbHotkey(Library xcb, Library libc, String display) {
        this.display = display;
        this.xcb = xcb;
        this.libc = libc;
    }

    /// None where no X server has the keyboard.
    public static Hotkey of(Map<String, String> environment) {
        String display = environment.getOrDefault("DISPLAY", "");
        boolean wayland =
                !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
                        || environment.getOrDefault("XDG_SESSION_TYPE", "").equals("wayland");
        if (wayland || display.isEmpty()) {
            return Hotkey.NONE;
        }
        return Library.named(XCB)
                .flatMap(xcb ->
                        Library.named("libc.so.6")
                                .<Hotkey>map(libc -> new XcbHotkey(xcb, libc, display)))
                .orElse(Hotkey.NONE);
    }

    @Override
    public synchronized Grab grab(KeyChord keys, Runnable pressed) {
        close();
        long connection = connected();
        if ((int) xcb.call("xcb_connection_has_error", connection) != 0) {
            xcb.call("xcb_disconnect", connection);
            return Grab.IMPOSSIBLE;
        }
        Grab grab = grab(connection, keys);
        if (grab == Grab.DONE) {
            Listening now = new Listening(connection, pressed);
            listening = Optional.of(now);
            Thread.ofPlatform().daemon().name("hotkey").start(now);
        } else {
            xcb.call("xcb_disconnect", connection);
        }
        return grab;
    }

    private long connected() {
        try (Arena arena = Arena.ofConfined()) {
            return xcb.call("xcb_connect", arena.allocateFrom(display), NONE);
        }
    }

    private Grab grab(long connection, KeyChord keys) {
        Setup setup = setup(connection);
        Optional<Integer> code = code(connection, setup, keys.key());
        if (code.isEmpty()) {
            return Grab.IMPOSSIBLE;
        }
        int held = keys.held().stream().mapToInt(XcbHotkey::mask).sum();
        boolean refused =
                LOCKS.stream()
                        .map(lock -> refuses(connection, setup.root(), held | lock, code.get()))
                        .reduce(false, Boolean::logicalOr);
        return refused ? Grab.TAKEN : Grab.DONE;
    }

    private boolean refuses(long connection, int root, int modifiers, int code) {
        long sent =
                xcb.call(
                        "xcb_grab_key_checked", connection, 0, root, modifiers, code, ASYNC, ASYNC);
        long error = xcb.call("xcb_request_check", connection, (int) sent);
        if (error != NONE) {
            libc.call("free", error);
        }
        return error != NONE;
    }

    private static int mask(Held held) {
        return switch (held) {
            case SHIFT -> 1;
            case CONTROL -> 4;
            case ALT -> 8;
        };
    }

    /// What the server told when it was connected (X11 protocol, section 8).
    private record Setup(int leastCode, int mostCode, int root) {}

    private Setup setup(long connection) {
        long setup = xcb.call("xcb_get_setup", connection);
        MemorySegment head = Library.at(setup, 40);
        // The first half of what is given is the address of the first screen.
        long screen = xcb.call("xcb_setup_roots_iterator", setup);
        return new Setup(
                Byte.toUnsignedInt(head.get(JAVA_BYTE, 34)),
                Byte.toUnsignedInt(head.get(JAVA_BYTE, 35)),
                Library.at(screen, 4).get(JAVA_INT, 0));
    }

    /// The first key that stands for that character. Those of Latin-1 have its number.
    private Optional<Integer> code(long connection, Setup setup, char key) {
        int count = setup.mostCode() - setup.leastCode() + 1;
        long sent = xcb.call("xcb_get_keyboard_mapping", connection, setup.leastCode(), count);
        long reply = xcb.call("xcb_get_keyboard_mapping_reply", connection, (int) sent, NONE);
        if (reply == NONE) {
            return Optional.empty();
        }
        int each = Byte.toUnsignedInt(Library.at(reply, 2).get(JAVA_BYTE, 1));
        MemorySegment symbols =
                Library.at(xcb.call("xcb_get_keyboard_mapping_keysyms", reply), 4L * each * count);
        Optional<Integer> code = Optional.empty();
        for (int i = 0; i < each * count && code.isEmpty(); i++) {
            if (symbols.getAtIndex(JAVA_INT, i) == key) {
                code = Optional.of(setup.leastCode() + i / each);
            }
        }
        libc.call("free", reply);
        return code;
    }

    @Override
    public synchronized void close() {
        listening.ifPresent(Listening::end);
        listening = Optional.empty();
    }

    /// Waits for the keys on its own thread, which closes the connection at its end.
    private final class Listening implements Runnable {
        private final long connection;
        private final Runnable pressed;
        private volatile boolean over;

        Listening(long connection, Runnable pressed) {
            this.connection = connection;
            this.pressed = pressed;
        }

        void end() {
            over = true;
        }

        @Override
        public void run() {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment poll = arena.allocate(8);
                poll.set(JAVA_INT, 0, (int) xcb.call("xcb_get_file_descriptor", connection));
                poll.set(JAVA_SHORT, 4, POLLIN);
                while (!over && (int) xcb.call("xcb_connection_has_error", connection) == 0) {
                    libc.call("poll", poll, 1, WAKE_MILLIS);
                    hear();
                }
            } finally {
                xcb.call("xcb_disconnect", connection);
            }
        }

        private void hear() {
            long event = xcb.call("xcb_poll_for_event", connection);
            while (event != NONE) {
                int kind = Library.at(event, 1).get(JAVA_BYTE, 0) & 0x7f;
                libc.call("free", event);
                if (kind == KEY_PRESS && !over) {
                    pressed.run();
                }
                event = xcb.call("xcb_poll_for_event", connection);
            }
        }
    }
}
