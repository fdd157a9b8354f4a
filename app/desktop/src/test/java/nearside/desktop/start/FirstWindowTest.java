package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.desktop.call.Call;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    void whatWasAskedForIsHandedOver() throws Exception {
        List<Call> called = new CopyOnWriteArrayList<>();
        List<Call> calls =
                List.of(
                        new Call.Quick(),
                        new Call.Open("nearside:conversation/a/message/b"),
                        new Call.Open("/" + "深".repeat(4_000)));
        try (FirstWindow _ = FirstWindow.listen(profile, called::add)) {
            for (Call call : calls) {
                assertTrue(FirstWindow.call(profile, call));
            }
            assertEquals(calls, called);
        }
    }

    @Test
    void whatIsNoCallIsNotAnsweredAndTheNextIsHeard() throws Exception {
        List<Call> called = new CopyOnWriteArrayList<>();
        try (FirstWindow _ = FirstWindow.listen(profile, called::add)) {
            for (String rubbish : List.of("X\n", "R", "O\n", "a".repeat(100_000))) {
                assertFalse(answers(rubbish), rubbish.substring(0, 1));
            }
            assertTrue(FirstWindow.call(profile, RAISE));
            assertEquals(List.of(RAISE), called);
        }
    }

    private boolean answers(String line) throws Exception {
        try (SocketChannel channel =
                SocketChannel.open(UnixDomainSocketAddress.of(profile.resolve("window.socket")))) {
            channel.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
            channel.shutdownOutput();
            return channel.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException closed) {
            return false;
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
