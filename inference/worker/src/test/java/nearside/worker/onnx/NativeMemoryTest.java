package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

class NativeMemoryTest {
    private static final long GIB = 1L << 30;

    @Test
    void partsAreZeroedAlignedAndInNativeOrder() throws OnnxFailure {
        try (NativeMemory memory = NativeMemory.of(1000)) {
            ByteBuffer part = memory.part(64, 100);
            assertEquals(100, part.capacity());
            assertEquals(ByteOrder.nativeOrder(), part.order());
            assertEquals(0, MemorySegment.ofBuffer(part).address() % 64);
            assertEquals(0, part.getLong(92));
        }
    }

    @Test
    void alignedRoundsUp() {
        assertEquals(0, NativeMemory.aligned(0));
        assertEquals(64, NativeMemory.aligned(1));
        assertEquals(64, NativeMemory.aligned(64));
        assertEquals(128, NativeMemory.aligned(65));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pagesBecomeResidentOnlyWhenTheyAreWritten() throws OnnxFailure, IOException {
        long before = residentKib();
        try (NativeMemory memory = NativeMemory.of(8 * GIB)) {
            memory.part(4 * GIB, 8).putLong(0, 1);
            assertTrue(residentKib() - before < GIB / 1024);
        }
    }

    private static long residentKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    @Test
    void closingTwiceIsHarmless() throws OnnxFailure {
        NativeMemory memory = NativeMemory.of(1);
        memory.close();
        memory.close();
    }
}
