package nearside.storage.keystore;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Objects of Core Foundation that are released together. Used by one thread.
///
/// Source: the reference of Core Foundation: `CFString`, `CFData`, `CFDictionary`.
final class CoreFoundation implements AutoCloseable {
    private static final int UTF_8 = 0x08000100;

    private final NativeLibrary library;
    private final Arena arena = Arena.ofConfined();
    private final List<MemorySegment> owned = new ArrayList<>();

    CoreFoundation(NativeLibrary library) {
        this.library = library;
    }

    static Optional<NativeLibrary> load() {
        return NativeLibrary.named(
                "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation");
    }

    MemorySegment text(String text) {
        return owned(
                library.pointer(
                        "CFStringCreateWithCString", NULL, arena.allocateFrom(text), UTF_8));
    }

    /// Copies the bytes twice; the copy that can be is wiped.
    MemorySegment data(byte[] bytes) {
        MemorySegment copy = arena.allocateFrom(JAVA_BYTE, bytes);
        MemorySegment data =
                owned(library.pointer("CFDataCreate", NULL, copy, (long) bytes.length));
        copy.fill((byte) 0);
        return data;
    }

    byte[] bytes(MemorySegment data) {
        long length = library.size("CFDataGetLength", data);
        return NativeLibrary.at(library.pointer("CFDataGetBytePtr", data), length)
                .toArray(JAVA_BYTE);
    }

    MemorySegment dictionary() {
        return owned(
                library.pointer(
                        "CFDictionaryCreateMutable",
                        NULL,
                        0L,
                        library.symbol("kCFTypeDictionaryKeyCallBacks"),
                        library.symbol("kCFTypeDictionaryValueCallBacks")));
    }

    /// The dictionary keeps what it is given.
    void set(MemorySegment dictionary, MemorySegment key, MemorySegment value) {
        library.run("CFDictionarySetValue", dictionary, key, value);
    }

    MemorySegment yes() {
        return constant(library, "kCFBooleanTrue");
    }

    /// The object that a variable of a library points to.
    static MemorySegment constant(NativeLibrary library, String name) {
        return NativeLibrary.at(library.symbol(name), ADDRESS.byteSize()).get(ADDRESS, 0);
    }

    /// Room for a pointer that a function gives back.
    MemorySegment slot() {
        return arena.allocate(ADDRESS);
    }

    MemorySegment owned(MemorySegment object) {
        owned.add(object);
        return object;
    }

    @Override
    public void close() {
        owned.reversed().forEach(object -> library.run("CFRelease", object));
        arena.close();
    }
}
