package nearside.desktop.tray;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import nearside.desktop.foreign.Library;
import nearside.desktop.notices.Notices;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The notification area of Windows and its notices, by a window that is never shown and a thread
/// that listens for it (https://learn.microsoft.com/windows/win32/shell/notification-area).
public final class WindowsTray implements Tray, Notices {
    private static final long NONE = 0;
    private static final int ADD = 0;
    private static final int MODIFY = 1;
    private static final int DELETE = 2;
    private static final int WM_DESTROY = 0x0002;
    private static final int WM_CLOSE = 0x0010;
    private static final int WM_LBUTTONUP = 0x0202;
    private static final int WM_RBUTTONUP = 0x0205;
    private static final int NOTICE_CHOSEN = 0x0405;
    private static final int RETURN_CHOICE = 0x0100 | 0x0002;
    private static final int BYTES_OF_CLASS = 72;
    private static final int BYTES_OF_MESSAGE = 48;

    private final Library user;
    private final Library shell;
    private final Library kernel;
    private final Executor ui;
    private Optional<NotifyIcon> icon = Optional.empty();
    private volatile Optional<TrayFace> face = Optional.empty();
    private volatile Runnable noticed = () -> {};
    private volatile int taskbarCreated;

    private WindowsTray(Library user, Library shell, Library kernel, Executor ui) {
        this.user = user;
        this.shell = shell;
        this.kernel = kernel;
        this.ui = ui;
    }

    /// Empty where this is not Windows.
    public static Optional<WindowsTray> ofSystem(Executor ui) {
        return Library.named("user32.dll")
                .flatMap(user ->
                        Library.named("shell32.dll")
                                .flatMap(shell ->
                                        Library.named("kernel32.dll")
                                                .map(kernel ->
                                                        new WindowsTray(user, shell, kernel, ui))));
    }

    @Override
    public synchronized void show(TrayFace shown, Consumer<Seen> told) {
        close();
        face = Optional.of(shown);
        CompletableFuture<Long> window = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("tray").start(() -> listen(window));
        NotifyIcon now = new NotifyIcon(window.join(), picture(shown.pictures()), shown.about());
        icon = Optional.of(now);
        told.accept(add(now) ? Seen.YES : Seen.NO);
    }

    private boolean add(NotifyIcon now) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) shell.call("Shell_NotifyIconW", ADD, now.added(arena)) != 0;
        }
    }

    /// Shown beside the icon; without one there is no place for it.
    @Override
    public synchronized void tell(String title, String text, Runnable chosen) {
        noticed = chosen;
        try (Arena arena = Arena.ofConfined()) {
            icon.ifPresent(now ->
                    shell.call("Shell_NotifyIconW", MODIFY, now.telling(arena, title, text)));
        }
    }

    @Override
    public synchronized void close() {
        try (Arena arena = Arena.ofConfined()) {
            icon.ifPresent(now -> {
                shell.call("Shell_NotifyIconW", DELETE, now.removed(arena));
                user.call("DestroyIcon", now.picture());
                user.call("PostMessageW", now.window(), WM_CLOSE, NONE, NONE);
            });
        }
        icon = Optional.empty();
    }

    /// The largest picture, as an icon of 32 bits a point.
    private long picture(List<TrayPicture> pictures) {
        try (Arena arena = Arena.ofConfined()) {
            TrayPicture best = pictures.getLast();
            byte[] points = points(best);
            MemorySegment colours = arena.allocateFrom(JAVA_BYTE, points);
            int rowOfMask = (best.width() + 15) / 16 * 2;
            MemorySegment mask = arena.allocate((long) rowOfMask * best.height());
            return user.call(
                    "CreateIcon",
                    kernel.call("GetModuleHandleW", NONE),
                    best.width(),
                    best.height(),
                    1,
                    32,
                    mask,
                    colours);
        }
    }

    /// Blue, green, red, alpha.
    static byte[] points(TrayPicture picture) {
        ByteBuffer bytes =
                ByteBuffer.allocate(4 * picture.points().size()).order(ByteOrder.LITTLE_ENDIAN);
        picture.points().forEach(bytes::putInt);
        return bytes.array();
    }

    private void listen(CompletableFuture<Long> made) {
        try (Arena arena = Arena.ofConfined()) {
            long window = window(arena);
            taskbarCreated =
                    (int) user.call("RegisterWindowMessageW", wide(arena, "TaskbarCreated"));
            made.complete(window);
            MemorySegment message = arena.allocate(BYTES_OF_MESSAGE, Long.BYTES);
            while (window != NONE && (int) user.call("GetMessageW", message, NONE, 0, 0) > 0) {
                user.call("DispatchMessageW", message);
            }
            user.call(
                    "UnregisterClassW",
                    wide(arena, className()),
                    kernel.call("GetModuleHandleW", NONE));
        }
    }

    private String className() {
        return "NearsideTray" + System.identityHashCode(this);
    }

    private long window(Arena arena) {
        long module = kernel.call("GetModuleHandleW", NONE);
        MemorySegment name = wide(arena, className());
        MemorySegment kind = arena.allocate(BYTES_OF_CLASS, Long.BYTES);
        kind.set(ADDRESS, 8, Library.back(this::heard));
        kind.set(JAVA_LONG, 24, module);
        kind.set(ADDRESS, 64, name);
        user.call("RegisterClassW", kind);
        return user.call("CreateWindowExW", 0, name, name, 0, 0, 0, 0, 0, NONE, NONE, module, NONE);
    }

    private static MemorySegment wide(Arena arena, String text) {
        return arena.allocateFrom(text, UTF_16LE);
    }

    /// The window procedure: the window, the message, and its two parameters.
    private long heard(long[] words) {
        int message = (int) words[1];
        if (message == NotifyIcon.MESSAGE) {
            clicked(words[0], (int) words[3] & 0xffff);
            return NONE;
        }
        if (message == WM_DESTROY) {
            user.call("PostQuitMessage", 0);
            return NONE;
        }
        if (message == taskbarCreated) {
            Thread.ofVirtual().start(this::addAgain); // the taskbar began anew
        }
        return user.call("DefWindowProcW", words[0], words[1], words[2], words[3]);
    }

    private synchronized void addAgain() {
        icon.ifPresent(this::add);
    }

    private void clicked(long window, int event) {
        TrayFace shown = face.orElseThrow();
        switch (event) {
            case WM_LBUTTONUP -> ui.execute(shown.chosen());
            case WM_RBUTTONUP -> choose(window, shown);
            case NOTICE_CHOSEN -> ui.execute(noticed);
            default -> {}
        }
    }

    private void choose(long window, TrayFace shown) {
        try (Arena arena = Arena.ofConfined()) {
            long menu = user.call("CreatePopupMenu");
            int id = 1;
            for (TrayFace.Item item : shown.items()) {
                user.call("AppendMenuW", menu, 0, id++, wide(arena, item.text()));
            }
            MemorySegment mouse = arena.allocate(8, Long.BYTES);
            user.call("GetCursorPos", mouse);
            user.call("SetForegroundWindow", window); // else a click elsewhere leaves it open
            int chosen =
                    (int)
                            user.call(
                                    "TrackPopupMenu",
                                    menu,
                                    RETURN_CHOICE,
                                    mouse.get(JAVA_INT, 0),
                                    mouse.get(JAVA_INT, 4),
                                    0,
                                    window,
                                    NONE);
            user.call("DestroyMenu", menu);
            if (chosen > 0) {
                ui.execute(shown.items().get(chosen - 1).action());
            }
        }
    }
}
