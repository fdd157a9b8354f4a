package nearside.worker.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Zeroed memory from calloc(3): its pages become resident when they are written, not before. A
/// direct buffer of Java would touch them all at once.
final class NativeMemory implements AutoCloseable {
    static final String NONE_LEFT = "no memory left for";

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle CALLOC =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("calloc"),
                    FunctionDescriptor.of(ADDRESS, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle FREE =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("free"), FunctionDescriptor.ofVoid(ADDRESS));
    private static final long ALIGNMENT = 64;

    private final MemorySegment start;
    private final MemorySegment memory;
    private boolean freed;

    private NativeMemory(MemorySegment start, long bytes) {
        this.start = start;
        long skip = -start.address() & (ALIGNMENT - 1);
        this.memory = start.reinterpret(bytes + ALIGNMENT).asSlice(skip, bytes);
    }

    static NativeMemory of(long bytes) throws OnnxFailure {
        MemorySegment start = calloc(bytes + ALIGNMENT);
        if (start.address() == 0) {
            throw new OnnxFailure(NONE_LEFT + " " + bytes + " bytes");
        }
        return new NativeMemory(start, bytes);
    }

    private static MemorySegment calloc(long bytes) {
        try {
            return (MemorySegment) CALLOC.invokeExact(1L, bytes);
        } catch (Throwable e) {
            throw new IllegalStateException("calloc", e);
        }
    }

    /// A part of it; a buffer holds less than 2 GiB.
    ByteBuffer part(long offset, long bytes) {
        return memory.asSlice(offset, bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /// The bytes rounded up so that the next part starts aligned.
    static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /// No part may be used afterwards.
    @Override
    public void close() {
        if (freed) {
            return;
        }
        freed = true;
        try {
            FREE.invokeExact(start);
        } catch (Throwable e) {
            throw new IllegalStateException("free", e);
        }
    }
}
