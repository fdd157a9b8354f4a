package nearside.worker.onnx;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Zeroed memory whose pages become resident when they are written, not before. A direct buffer of
/// Java would touch them all at once.
final class NativeMemory implements AutoCloseable {
    static final String NONE_LEFT = "no memory left for";

    private static final long ALIGNMENT = 64;

    private final MemorySegment start;
    private final MemorySegment memory;
    private boolean freed;

    private NativeMemory(MemorySegment start, long bytes) {
        this.start = start;
        long skip = -start.address() & (ALIGNMENT - 1);
        this.memory = start.asSlice(skip, bytes);
    }

    static NativeMemory of(long bytes) throws OnnxFailure {
        return Pages.map(bytes + ALIGNMENT)
                .map(start -> new NativeMemory(start, bytes))
                .orElseThrow(() -> new OnnxFailure(NONE_LEFT + " " + bytes + " bytes"));
    }

    /// A part of it; a buffer holds less than 2 GiB.
    ByteBuffer part(long offset, long bytes) {
        return memory.asSlice(offset, bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /// Copies bytes from another memory.
    void copy(NativeMemory from, long fromOffset, long toOffset, long bytes) {
        MemorySegment.copy(from.memory, fromOffset, memory, toOffset, bytes);
    }

    /// Copies bytes into what is left of a buffer, as many as fit.
    ///
    /// @param bytes the most
    /// @return how many
    int get(long offset, long bytes, ByteBuffer into) {
        int count = (int) Math.min(bytes, into.remaining());
        MemorySegment.copy(memory, offset, MemorySegment.ofBuffer(into), 0, count);
        into.position(into.position() + count);
        return count;
    }

    /// Copies what is left of a buffer here, as much as fits.
    ///
    /// @param bytes the most
    /// @return how many
    int put(long offset, long bytes, ByteBuffer from) {
        int count = (int) Math.min(bytes, from.remaining());
        MemorySegment.copy(MemorySegment.ofBuffer(from), 0, memory, offset, count);
        from.position(from.position() + count);
        return count;
    }

    /// The bytes rounded up so that the next part starts aligned.
    static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /// No part may be used afterwards.
    @Override
    public void close() {
        if (!freed) {
            freed = true;
            Pages.unmap(start);
        }
    }
}
