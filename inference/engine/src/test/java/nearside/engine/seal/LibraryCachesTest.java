package nearside.engine.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

@EnabledOnOs(OS.LINUX)
class LibraryCachesTest {
    @Test
    void librariesSeeTheFolderAndChildrenDoNot(@TempDir Path folder) throws Throwable {
        LibraryCaches.keepIn(folder);
        assertEquals(folder.toString(), asLibrariesSeeIt());
        assertFalse(environmentOfAChild().contains("XDG_CACHE_HOME=" + folder));
    }

    @SuppressWarnings("restricted")
    private static String asLibrariesSeeIt() throws Throwable {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value =
                    (MemorySegment)
                            linker.downcallHandle(
                                            linker.defaultLookup().findOrThrow("getenv"),
                                            FunctionDescriptor.of(
                                                    ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                                    .invokeExact(arena.allocateFrom("XDG_CACHE_HOME"));
            return value.reinterpret(Long.MAX_VALUE).getString(0);
        }
    }

    private static String environmentOfAChild() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("env");
        assertTrue(builder.environment().containsKey("PATH"));
        Process child = builder.start();
        return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
