package nearside.engine.seal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Asks the kernel for an internet socket as any code of this process would, and gives it back
/// unused. What the kernel says to that is what the seal is.
///
/// Source: socket(2), whose number for IPv4 and for a stream is the same on Linux and macOS.
@SuppressWarnings("restricted") // foreign calls
public final class SocketCall {
    private static final int AF_INET = 2;
    private static final int SOCK_STREAM = 1;
    private static final int LONGEST_SENTENCE = 256;
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();

    private static final Linker LINKER = Linker.nativeLinker();

    private SocketCall() {}

    /// Why there is no socket.
    ///
    /// @param sentence the system's own for this number, in the language of this process
    public record Refusal(int errno, String sentence) {}

    /// Empty when the kernel gave a socket.
    public static Optional<Refusal> refusal() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int socket = (int) call("socket").invokeExact(state, AF_INET, SOCK_STREAM, 0);
            if (socket >= 0) {
                close(socket);
                return Optional.empty();
            }
            int errno = errno(state);
            return Optional.of(new Refusal(errno, sentence(errno)));
        } catch (Throwable bug) {
            throw new IllegalStateException("socket", bug);
        }
    }

    private static MethodHandle call(String name) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
                Linker.Option.captureCallState("errno"));
    }

    private static int errno(MemorySegment state) {
        return (int) STATE.varHandle(MemoryLayout.PathElement.groupElement("errno")).get(state, 0L);
    }

    private static void close(int socket) throws Throwable {
        int failed =
                (int)
                        LINKER.downcallHandle(
                                        LINKER.defaultLookup().findOrThrow("close"),
                                        FunctionDescriptor.of(JAVA_INT, JAVA_INT))
                                .invokeExact(socket);
        if (failed != 0) {
            throw new IllegalStateException("close failed");
        }
    }

    private static String sentence(int errno) throws Throwable {
        MemorySegment text =
                (MemorySegment)
                        LINKER.downcallHandle(
                                        LINKER.defaultLookup().findOrThrow("strerror"),
                                        FunctionDescriptor.of(ADDRESS, JAVA_INT))
                                .invokeExact(errno);
        return text.reinterpret(LONGEST_SENTENCE).getString(0);
    }
}
