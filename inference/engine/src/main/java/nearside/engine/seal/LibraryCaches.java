package nearside.engine.seal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/// The libraries that draw (Mesa, GTK, the drivers) keep caches of their own in the person's cache
/// folder. Here they get a folder of the program instead, so that it writes nowhere else.
///
/// Sources: setenv(3), and `XDG_CACHE_HOME` of the XDG base directory rules. Other systems' drawing
/// libraries take no such wish.
@SuppressWarnings("restricted") // one foreign call
public final class LibraryCaches {
    private LibraryCaches() {}

    /// To be called before the first of those libraries is loaded. Java's own copy of the
    /// environment stays as it was, and so does that of a child process for which
    /// [ProcessBuilder#environment()] was called.
    public static void keepIn(Path folder) {
        if (System.getProperty("os.name").startsWith("Linux")) {
            System.getenv(); // kept by Java as it is now
            set("XDG_CACHE_HOME", folder.toAbsolutePath().toString());
        }
    }

    private static void set(String name, String value) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            int failed =
                    (int)
                            linker.downcallHandle(
                                            linker.defaultLookup().findOrThrow("setenv"),
                                            FunctionDescriptor.of(
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.ADDRESS,
                                                    ValueLayout.ADDRESS,
                                                    ValueLayout.JAVA_INT))
                                    .invokeExact(
                                            arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (failed != 0) {
                throw new IllegalStateException("setenv failed for " + name);
            }
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }
}
