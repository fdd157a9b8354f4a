package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.call.Call;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

class FirstWindowTest {
    @TempDir Path profile;

    private static final Call RAISE = new Call.Raise();

    @Test
    void aSecondStartRaisesTheFirstWindow() throws Exception {
        AtomicInteger raised = new AtomicInteger();
        try (FirstWindow _ = FirstWindow.listen(profile, _ -> raised.incrementAndGet())) {
            assertTrue(FirstWindow.call(profile, RAISE));
            assertTrue(FirstWindow.call(profile, RAISE));
            assertEquals(2, raised.get());
        }
    }

    @Test
    void nobodyAnswersWithoutAFirstWindow() throws Exception {
        assertFalse(FirstWindow.call(profile, RAISE));
        FirstWindow.listen(profile, _ -> {}).close();
        assertFalse(FirstWindow.call(profile, RAISE));
    }

    @Test
    void aDeadWindowsAddressIsTakenOver() throws Exception {
        Files.createFile(profile.resolve("window.socket"));
        AtomicInteger raised = new AtomicInteger();
        try (FirstWindow _ = FirstWindow.listen(profile, _ -> raised.incrementAndGet())) {
            assertTrue(FirstWindow.call(profile, RAISE));
        }
    }

    @Test
    void aProfileOfAnyDepthHasAnAddress() throws Exception {
        Path deep =
                Files.createDirectories(profile.resolve("d".repeat(120)).resolve("e".repeat(60)));
        AtomicInteger raised = new AtomicInteger();
        try (FirstWindow _ = FirstWindow.listen(deep, _ -> raised.incrementAndGet())) {
            assertTrue(FirstWindow.call(deep, RAISE));
            assertEquals(1, raised.get());
        }
    }
}
