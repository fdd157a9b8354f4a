package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

class FirstWindowTest {
    @TempDir Path profile;

    @Test
    void aSecondStartRaisesTheFirstWindow() throws Exception {
        AtomicInteger raised = new AtomicInteger();
        try (FirstWindow _ = FirstWindow.listen(profile, raised::incrementAndGet)) {
            assertTrue(FirstWindow.raise(profile));
            assertTrue(FirstWindow.raise(profile));
            assertEquals(2, raised.get());
        }
    }

    @Test
    void nobodyAnswersWithoutAFirstWindow() throws Exception {
        assertFalse(FirstWindow.raise(profile));
        FirstWindow.listen(profile, () -> {}).close();
        assertFalse(FirstWindow.raise(profile));
    }

    @Test
    void aDeadWindowsAddressIsTakenOver() throws Exception {
        Files.createFile(profile.resolve("window.socket"));
        AtomicInteger raised = new AtomicInteger();
        try (FirstWindow _ = FirstWindow.listen(profile, raised::incrementAndGet)) {
            assertTrue(FirstWindow.raise(profile));
        }
    }

    @Test
    void aProfileOfAnyDepthHasAnAddress() throws Exception {
        Path deep =
                Files.createDirectories(profile.resolve("d".repeat(120)).resolve("e".repeat(60)));
        AtomicInteger raised = new AtomicInteger();
        try (FirstWindow _ = FirstWindow.listen(deep, raised::incrementAndGet)) {
            assertTrue(FirstWindow.raise(deep));
            assertEquals(1, raised.get());
        }
    }
}
