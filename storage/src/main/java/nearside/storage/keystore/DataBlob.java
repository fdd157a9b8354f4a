package nearside.storage.keystore;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// `DATA_BLOB` of Windows: how many bytes, and where they lie.
record DataBlob(MemorySegment structure) {
    static final MemoryLayout LAYOUT =
            MemoryLayout.structLayout(
                    JAVA_INT.withName("cbData"),
                    MemoryLayout.paddingLayout(ADDRESS.byteSize() - JAVA_INT.byteSize()),
                    ADDRESS.withName("pbData"));
    private static final long LENGTH = LAYOUT.byteOffset(PathElement.groupElement("cbData"));
    private static final long PLACE = LAYOUT.byteOffset(PathElement.groupElement("pbData"));

    DataBlob {
        Objects.requireNonNull(structure);
    }

    /// One for a function to fill.
    static DataBlob empty(Arena arena) {
        return new DataBlob(arena.allocate(LAYOUT));
    }

    static DataBlob of(byte[] bytes, Arena arena) {
        DataBlob blob = empty(arena);
        blob.structure.set(JAVA_INT, LENGTH, bytes.length);
        blob.structure.set(ADDRESS, PLACE, arena.allocateFrom(JAVA_BYTE, bytes));
        return blob;
    }

    MemorySegment place() {
        return structure.get(ADDRESS, PLACE);
    }

    byte[] bytes() {
        return content().toArray(JAVA_BYTE);
    }

    void wipe() {
        content().fill((byte) 0);
    }

    private MemorySegment content() {
        return NativeLibrary.at(place(), structure.get(JAVA_INT, LENGTH));
    }
}
