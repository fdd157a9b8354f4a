package nearside.engine.seal;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// What a Linux process settles about its own end while it still can.
///
/// Source: prctl(2), `PR_SET_PDEATHSIG` and `PR_SET_DUMPABLE`. Other systems have neither; there a
/// closed pipe ends the worker, and nothing writes memory images unasked.
@SuppressWarnings("restricted") // one foreign call
public final class ProcessEnd {
    private static final int SET_PARENT_DEATH_SIGNAL = 1;
    private static final int SET_DUMPABLE = 4;
    private static final int SIGCONT = 18;

    private ProcessEnd() {}

    /// A stopped process is let go when the thread that started it is gone, so that it can find its
    /// pipe closed, clean up and end. A signal that kills would leave its temporary folder behind.
    /// Holds as long as the calling thread lives.
    public static void withParent() {
        prctl(SET_PARENT_DEATH_SIGNAL, SIGCONT);
    }

    /// A crash leaves no image of the memory behind, and no other program of the same person can
    /// look into it.
    public static void withoutImage() {
        prctl(SET_DUMPABLE, 0);
    }

    private static void prctl(int option, long value) {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        try {
            int failed =
                    (int)
                            linker.downcallHandle(
                                            linker.defaultLookup().findOrThrow("prctl"),
                                            FunctionDescriptor.of(
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.JAVA_LONG,
                                                    ValueLayout.JAVA_LONG,
                                                    ValueLayout.JAVA_LONG,
                                                    ValueLayout.JAVA_LONG),
                                            Linker.Option.firstVariadicArg(1))
                                    .invokeExact(option, value, 0L, 0L, 0L);
            if (failed != 0) {
                throw new IllegalStateException("prctl " + option + " failed");
            }
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }
}
