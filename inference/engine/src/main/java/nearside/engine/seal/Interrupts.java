package nearside.engine.seal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/// Ctrl-C in a terminal goes to the program and to its worker. The worker lets it pass: the program
/// decides what it means, and stops the reply in good order.
///
/// Sources: signal(2), and `SetConsoleCtrlHandler` of the Windows console.
@SuppressWarnings("restricted") // one foreign call each
public final class Interrupts {
    private static final int SIGINT = 2;
    private static final MemorySegment SIG_IGN = MemorySegment.ofAddress(1);

    private Interrupts() {}

    /// From now on this process ignores Ctrl-C.
    public static void ignore() {
        try {
            if (System.getProperty("os.name").startsWith("Windows")) {
                ignoreOnWindows();
            } else {
                ignoreElsewhere();
            }
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static void ignoreElsewhere() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MemorySegment before =
                (MemorySegment)
                        linker.downcallHandle(
                                        linker.defaultLookup().findOrThrow("signal"),
                                        FunctionDescriptor.of(
                                                ValueLayout.ADDRESS,
                                                ValueLayout.JAVA_INT,
                                                ValueLayout.ADDRESS))
                                .invokeExact(SIGINT, SIG_IGN);
        if (before.address() == -1) {
            throw new IllegalStateException("signal(SIGINT, SIG_IGN) failed");
        }
    }

    private static void ignoreOnWindows() throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            int done =
                    (int)
                            Linker.nativeLinker()
                                    .downcallHandle(
                                            SymbolLookup.libraryLookup("kernel32", arena)
                                                    .findOrThrow("SetConsoleCtrlHandler"),
                                            FunctionDescriptor.of(
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.ADDRESS,
                                                    ValueLayout.JAVA_INT))
                                    .invokeExact(MemorySegment.NULL, 1);
            if (done == 0) {
                throw new IllegalStateException("SetConsoleCtrlHandler failed");
            }
        }
    }
}
