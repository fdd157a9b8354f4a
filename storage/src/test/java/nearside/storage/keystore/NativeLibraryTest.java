package nearside.storage.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.NoSuchElementException;
import java.util.Optional;

@EnabledOnOs(OS.LINUX)
class NativeLibraryTest {
    private final NativeLibrary library = NativeLibrary.named("libc.so.6").orElseThrow();

    @Test
    void numbersAndPointersOfEveryWidthArrive() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom("near side");
            assertEquals(9, library.size("strlen", text));
            assertEquals(
                    text.asSlice(5).address(),
                    library.pointer("strchr", text, (int) 's').address());
            assertEquals(-1, Integer.signum(library.number("strncmp", text, text.asSlice(5), 9L)));
        }
    }

    @Test
    void anyNumberOfArgumentsUpToEightIsPassed() {
        assertEquals(ProcessHandle.current().pid(), library.number("getpid"));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(3);
            library.run("memset", bytes, 7, 3L);
            assertArrayEquals(new byte[] {7, 7, 7}, bytes.toArray(JAVA_BYTE));
        }
    }

    @Test
    void whatIsNotInstalledIsNotThere() {
        assertEquals(Optional.empty(), NativeLibrary.named("libnothing-of-the-sort.so.1"));
        assertThrows(NoSuchElementException.class, () -> library.symbol("no_such_function"));
    }

    /// The garbage collector moves it, so no function may have its address.
    @Test
    void memoryOnTheHeapIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> library.size("strlen", MemorySegment.ofArray(new byte[3])));
        assertThrows(IllegalArgumentException.class, () -> library.size("strlen", "text"));
    }
}
