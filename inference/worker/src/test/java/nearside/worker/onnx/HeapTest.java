package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

@EnabledOnOs(OS.LINUX)
class HeapTest {
    private static final long BLOCK = 64 << 10; // small enough to come from the heap
    private static final int BLOCKS = 2_000;
    private static final Linker LINKER = Linker.nativeLinker();

    private static MethodHandle function(String name, FunctionDescriptor shape) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape);
    }

    private static long residentKiB() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /// The last block stays, so that the heap cannot shrink from its end by itself.
    @Test
    void whatWasGivenBackLeavesTheProcess() throws Throwable {
        assumeTrue(LINKER.defaultLookup().find("malloc_trim").isPresent(), "not glibc");
        MethodHandle malloc = function("malloc", FunctionDescriptor.of(ADDRESS, JAVA_LONG));
        MethodHandle free = function("free", FunctionDescriptor.ofVoid(ADDRESS));
        MemorySegment[] blocks = new MemorySegment[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            blocks[i] = ((MemorySegment) malloc.invokeExact(BLOCK)).reinterpret(BLOCK);
            blocks[i].fill((byte) 1);
        }
        for (int i = 0; i < BLOCKS - 1; i++) {
            free.invokeExact(blocks[i]);
        }
        long before = residentKiB();
        Heap.trim();
        long left = before - residentKiB();
        assertTrue(left > BLOCKS * BLOCK / 1024 / 2, left + " KiB of " + before);
        assertTrue(blocks[BLOCKS - 1].get(JAVA_BYTE, 0) == 1, "what is in use stays");
        free.invokeExact(blocks[BLOCKS - 1]);
    }
}
