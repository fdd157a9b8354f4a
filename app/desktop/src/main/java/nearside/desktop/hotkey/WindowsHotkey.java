package nearside.desktop.hotkey;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import nearside.desktop.foreign.Library;
import nearside.desktop.hotkey.KeyChord.Held;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Keys of the whole screen on Windows, by `RegisterHotKey`, which posts to the thread that asked
/// (https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerhotkey).
public final class WindowsHotkey implements Hotkey {
    private static final long NONE = 0;
    private static final int ID = 1;
    private static final int ONCE = 0x4000;
    private static final int WM_HOTKEY = 0x0312;
    private static final int WM_QUIT = 0x0012;

    /// `MSG` of 64 bits: the number of the message stands behind the handle of a window.
    private static final int BYTES_OF_MESSAGE = 48;

    private static final long NUMBER = 8;

    private final Library user;
    private final Library kernel;
    private Optional<Integer> thread = Optional.empty();

    private WindowsHotkey(Library user, Library kernel) {
        this.user = user;
        this.kernel = kernel;
    }

    /// None where this is not Windows.
    public static Hotkey ofSystem() {
        return Library.named("user32.dll")
                .flatMap(user ->
                        Library.named("kernel32.dll")
                                .<Hotkey>map(kernel -> new WindowsHotkey(user, kernel)))
                .orElse(Hotkey.NONE);
    }

    @Override
    public synchronized Grab grab(KeyChord keys, Runnable pressed) {
        close();
        CompletableFuture<Optional<Integer>> begun = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("hotkey").start(() -> listen(keys, pressed, begun));
        thread = begun.join();
        return thread.isPresent() ? Grab.DONE : Grab.TAKEN;
    }

    private void listen(
            KeyChord keys, Runnable pressed, CompletableFuture<Optional<Integer>> begun) {
        int done = (int) user.call("RegisterHotKey", NONE, ID, modifiers(keys), code(keys));
        begun.complete(Optional.of((int) kernel.call("GetCurrentThreadId")).filter(_ -> done != 0));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment message = arena.allocate(BYTES_OF_MESSAGE);
            while (done != 0 && (int) user.call("GetMessageW", message, NONE, 0, 0) > 0) {
                if (message.get(JAVA_INT, NUMBER) == WM_HOTKEY) {
                    pressed.run();
                }
            }
        }
        user.call("UnregisterHotKey", NONE, ID);
    }

    /// As `RegisterHotKey` takes them; the keys do not repeat while they are held.
    static int modifiers(KeyChord keys) {
        return keys.held().stream().mapToInt(WindowsHotkey::modifier).sum() | ONCE;
    }

    private static int modifier(Held held) {
        return switch (held) {
            case ALT -> 1;
            case CONTROL -> 2;
            case SHIFT -> 4;
        };
    }

    /// The virtual keys of letters and of the space bar have the numbers of their characters.
    static int code(KeyChord keys) {
        return String.valueOf(keys.key()).toUpperCase(Locale.ROOT).charAt(0);
    }

    @Override
    public synchronized void close() {
        thread.ifPresent(number -> user.call("PostThreadMessageW", number, WM_QUIT, NONE, NONE));
        thread = Optional.empty();
    }
}
