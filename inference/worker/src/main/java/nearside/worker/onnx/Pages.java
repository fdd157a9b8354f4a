package nearside.worker.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Pages of the operating system itself. The C heap may hand out what it got back, and then it must
/// write all of it to zero it.
///
/// Sources: mmap(2) with anonymous private pages without reservation, the flags of Linux and of
/// macOS; on Windows calloc, which takes large blocks from the system anew.
final class Pages {
    private static final String SYSTEM = System.getProperty("os.name");
    private static final boolean WINDOWS = SYSTEM.startsWith("Windows");
    private static final int READ_WRITE = 1 | 2;
    private static final int FLAGS = SYSTEM.startsWith("Mac") ? 0x1042 : 0x4022;
    private static final long FAILED = -1;

    private static final MethodHandle TAKE =
            WINDOWS
                    ? function("calloc", ADDRESS, JAVA_LONG, JAVA_LONG)
                    : function(
                            "mmap", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT,
                            JAVA_LONG);
    private static final MethodHandle GIVE =
            WINDOWS
                    ? Linker.nativeLinker()
                            .downcallHandle(address("free"), FunctionDescriptor.ofVoid(ADDRESS))
                    : function("munmap", JAVA_INT, ADDRESS, JAVA_LONG);

    private Pages() {}

    static MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(address(name), FunctionDescriptor.of(result, arguments));
    }

    private static MemorySegment address(String name) {
        return Linker.nativeLinker().defaultLookup().findOrThrow(name);
    }

    /// Empty when the system has none.
    static Optional<MemorySegment> map(long bytes) {
        MemorySegment start = WINDOWS ? calloc(bytes) : mmap(bytes);
        long none = WINDOWS ? 0 : FAILED;
        return start.address() == none ? Optional.empty() : Optional.of(start.reinterpret(bytes));
    }

    private static MemorySegment calloc(long bytes) {
        try {
            return (MemorySegment) TAKE.invokeExact(1L, bytes);
        } catch (Throwable e) {
            throw new IllegalStateException("calloc", e);
        }
    }

    private static MemorySegment mmap(long bytes) {
        try {
            return (MemorySegment)
                    TAKE.invokeExact(MemorySegment.NULL, bytes, READ_WRITE, FLAGS, -1, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("mmap", e);
        }
    }

    static void unmap(MemorySegment pages) {
        try {
            if (WINDOWS) {
                GIVE.invokeExact(pages);
            } else if ((int) GIVE.invokeExact(pages, pages.byteSize()) != 0) {
                throw new IllegalStateException("munmap failed");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("giving memory back", e);
        }
    }
}
