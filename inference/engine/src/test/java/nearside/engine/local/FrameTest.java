package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

class FrameTest {
    static Stream<Frame> frames() {
        return Frames.all();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void comesBackAsItWent(Frame frame) throws IOException {
        FrameReader reader = reader(bytes(frame));
        assertEquals(Optional.of(frame), reader.read());
        assertEquals(Optional.empty(), reader.read());
    }

    @Test
    void everyKindIsTried() {
        Set<Class<?>> tried = new HashSet<>();
        frames().forEach(frame -> tried.add(frame.getClass()));
        Set<Class<?>> all = new HashSet<>(List.of(Frame.Order.class.getPermittedSubclasses()));
        all.addAll(List.of(Frame.Report.class.getPermittedSubclasses()));
        assertEquals(all, tried);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyCutIsRefused(Frame frame) throws IOException {
        byte[] whole = bytes(frame);
        for (int length = 1; length < whole.length; length++) {
            FrameReader cut = reader(Arrays.copyOf(whole, length));
            assertThrows(FrameException.class, cut::read);
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyShorterBodyIsRefused(Frame frame) throws IOException {
        byte[] whole = bytes(frame);
        for (int length = Integer.BYTES + 1; length < whole.length; length++) {
            byte[] shorter = Arrays.copyOf(whole, length);
            ByteBuffer.wrap(shorter).putInt(length - Integer.BYTES);
            assertThrows(FrameException.class, reader(shorter)::read);
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void oneByteTooManyIsRefused(Frame frame) throws IOException {
        byte[] whole = bytes(frame);
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        ByteBuffer.wrap(longer).putInt(longer.length - Integer.BYTES);
        assertThrows(FrameException.class, reader(longer)::read);
    }

    @Test
    void randomBytesEndInFramesOrInAFrameException() throws IOException {
        SplittableRandom random = new SplittableRandom(20_240_423);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(1, 200)];
            random.nextBytes(bytes);
            refused += drain(bytes);
        }
        assertTrue(refused > 19_000);
    }

    @Test
    void damagedFramesEndInFramesOrInAFrameException() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        List<Frame> frames = frames().toList();
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = bytes(frames.get(random.nextInt(frames.size())));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            refused += drain(bytes);
        }
        assertTrue(refused > 1_000);
    }

    private static int drain(byte[] bytes) throws IOException {
        FrameReader reader = reader(bytes);
        try {
            while (reader.read().isPresent()) {}
            return 0;
        } catch (FrameException e) {
            return 1;
        }
    }

    @Test
    void lengthsOverTheCapAreRefusedUnread() {
        byte[] huge = ByteBuffer.allocate(5).putInt(Integer.MAX_VALUE).array();
        byte[] negative = ByteBuffer.allocate(5).putInt(-1).array();
        byte[] empty = new byte[5];
        assertThrows(FrameException.class, reader(huge)::read);
        assertThrows(FrameException.class, reader(negative)::read);
        assertThrows(FrameException.class, reader(empty)::read);
    }

    @Test
    void framesOverTheCapAreNotSent() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frame tooLong = new Frame.Count(1, "x".repeat(Frame.MOST_BYTES));
        assertThrows(FrameException.class, () -> new FrameWriter(out).write(tooLong));
        assertEquals(0, out.size());
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() throws IOException {
        Frame sent = new Frame.Count(1, "a\uD83Db\uDE00");
        assertEquals(Optional.of(new Frame.Count(1, "a\uFFFDb\uFFFD")), reader(bytes(sent)).read());
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        byte[] bytes = bytes(new Frame.Count(1, "ab"));
        bytes[bytes.length - 1] = (byte) 0xFF;
        assertThrows(FrameException.class, reader(bytes)::read);
    }

    @Test
    void framesFollowEachOther() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(out);
        writer.write(new Frame.Stop(1));
        writer.write(new Frame.Stop(2));
        FrameReader reader = reader(out.toByteArray());
        assertEquals(Optional.of(new Frame.Stop(1)), reader.read());
        assertEquals(Optional.of(new Frame.Stop(2)), reader.read());
        assertEquals(Optional.empty(), reader.read());
    }

    @Test
    void theLengthStandsFirstAndThenTheKind() throws IOException {
        assertArrayEquals(new byte[] {0, 0, 0, 5, 3, 0, 0, 1, 0}, bytes(new Frame.Stop(256)));
    }

    private static byte[] bytes(Frame frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrameWriter(out).write(frame);
        return out.toByteArray();
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes));
    }
}
