package nearside.packaging.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void systemsAreKnownByTheNamesJavaGivesThem() {
        assertEquals(Platform.LINUX, Platform.named("Linux"));
        assertEquals(Platform.WINDOWS, Platform.named("Windows 11"));
        assertEquals(Platform.MACOS, Platform.named("Mac OS X"));
    }

    @Test
    void processorsAreKnownByAllTheirNames() {
        assertEquals(Processor.X64, Processor.named("amd64"));
        assertEquals(Processor.X64, Processor.named("x86_64"));
        assertEquals(Processor.ARM64, Processor.named("aarch64"));
        assertEquals(Processor.ARM64, Processor.named("arm64"));
    }

    @Test
    void aProcessorWithoutLibrariesIsRefusedByName() {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> Processor.named("riscv64"));
        assertEquals("no native libraries for processor riscv64", refused.getMessage());
    }

    @Test
    void jmodKnowsEveryMachine() {
        assertEquals("linux-amd64", new Machine(Platform.LINUX, Processor.X64).jmodTarget());
        assertEquals("windows-amd64", new Machine(Platform.WINDOWS, Processor.X64).jmodTarget());
        assertEquals("macos-aarch64", new Machine(Platform.MACOS, Processor.ARM64).jmodTarget());
    }
}
