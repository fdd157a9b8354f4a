package nearside.desktop.hotkey;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import nearside.desktop.foreign.Library;
import nearside.desktop.hotkey.KeyChord.Held;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Keys of the whole screen on macOS, by `RegisterEventHotKey` of Carbon, which asks for no
/// permission to read the keyboard (`CarbonEvents.h`).
public final class MacHotkey implements Hotkey {
    private static final long NONE = 0;
    private static final String CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon";

    /// `keyb` and 5, in the order of memory.
    private static final int[] HOT_KEY_PRESSED = {0x6b657962, 5};

    /// `near` and 1, as the one number that goes into a register.
    private static final long ID = 1L << 32 | 0x6e656172L;

    private static final int EXISTS = -9878;

    private final Library carbon;
    private final Executor ui;
    private Optional<Long> taken = Optional.empty();
    private boolean listens;
    private volatile Runnable pressed = () -> {};

    private MacHotkey(Library carbon, Executor ui) {
        this.carbon = carbon;
        this.ui = ui;
    }

    /// None where this is not macOS.
    ///
    /// @param ui the first thread
    public static Hotkey ofSystem(Executor ui) {
        return Library.named(CARBON)
                .<Hotkey>map(carbon -> new MacHotkey(carbon, ui))
                .orElse(Hotkey.NONE);
    }

    @Override
    public Grab grab(KeyChord keys, Runnable then) {
        CompletableFuture<Grab> grab = new CompletableFuture<>();
        ui.execute(() -> {
            release();
            pressed = then;
            grab.complete(
                    code(keys)
                            .map(code -> register(code, modifiers(keys)))
                            .orElse(Grab.IMPOSSIBLE));
        });
        return grab.join();
    }

    private Grab register(int code, int modifiers) {
        listen();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment made = arena.allocate(JAVA_LONG);
            int status =
                    (int)
                            carbon.call(
                                    "RegisterEventHotKey",
                                    code,
                                    modifiers,
                                    ID,
                                    carbon.call("GetApplicationEventTarget"),
                                    0,
                                    made);
            if (status == 0) {
                taken = Optional.of(made.get(JAVA_LONG, 0));
                return Grab.DONE;
            }
            return status == EXISTS ? Grab.TAKEN : Grab.IMPOSSIBLE;
        }
    }

    /// Once, as long as the program runs.
    private void listen() {
        if (!listens) {
            listens = true;
            MemorySegment kinds = Arena.global().allocateFrom(JAVA_INT, HOT_KEY_PRESSED);
            carbon.call(
                    "InstallEventHandler",
                    carbon.call("GetApplicationEventTarget"),
                    Library.back(_ -> {
                        pressed.run();
                        return NONE;
                    }),
                    1,
                    kinds,
                    NONE,
                    NONE);
        }
    }

    /// Of `Events.h`: where the keys lie on a keyboard, whatever stands on them.
    static Optional<Integer> code(KeyChord keys) {
        return switch (keys.key()) {
            case ' ' -> Optional.of(49);
            case 'n' -> Optional.of(45);
            default -> Optional.empty();
        };
    }

    /// Of `Events.h`.
    static int modifiers(KeyChord keys) {
        return keys.held().stream().mapToInt(MacHotkey::modifier).sum();
    }

    private static int modifier(Held held) {
        return switch (held) {
            case SHIFT -> 512;
            case ALT -> 2048;
            case CONTROL -> 4096;
        };
    }

    @Override
    public void close() {
        ui.execute(this::release);
    }

    private void release() {
        taken.ifPresent(it -> carbon.call("UnregisterEventHotKey", it));
        taken = Optional.empty();
    }
}
