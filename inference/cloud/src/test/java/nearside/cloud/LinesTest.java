package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.cloud.outbound.FarException;
import nearside.engine.EngineFailure.Far;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

class LinesTest {
    private static final String TEXT = "data: one\n\nzwei 日本 🙂\nlast\n";

    /// Lines of bytes that come in pieces of that length.
    private static Lines lines(byte[] bytes, int length) {
        Deque<ByteBuffer> pieces = new ArrayDeque<>();
        for (int at = 0; at < bytes.length; at += length) {
            pieces.add(
                    ByteBuffer.wrap(
                            Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length))));
        }
        return new Lines(
                "far",
                _ -> pieces.isEmpty() ? List.of() : List.of(pieces.remove()),
                Duration.ofSeconds(9));
    }

    private static List<String> all(Lines lines) throws Exception {
        List<String> all = new ArrayList<>();
        Optional<String> line = lines.next();
        while (line.isPresent()) {
            all.add(line.get());
            line = lines.next();
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyEndOfALineIsOneWhateverThePieces(String end) throws Exception {
        byte[] bytes = TEXT.replace("\n", end).getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length <= bytes.length; length++) {
            assertEquals(List.of("data: one", "", "zwei 日本 🙂", "last"), all(lines(bytes, length)));
        }
    }

    @Test
    void aLineWithoutItsEndIsGivenUp() throws Exception {
        byte[] bytes = "whole\nhal".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("whole"), all(lines(bytes, 3)));
    }

    @Test
    void theByteOrderMarkIsNoText() throws Exception {
        byte[] bytes = "\uFEFFone\n\uFEFFtwo\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("one", "\uFEFFtwo"), all(lines(bytes, 100)));
    }

    @Test
    void otherBytesThanUtf8AreRefused() {
        byte[] bytes = {'a', (byte) 0xC3, '\n'};
        Far.Garbled garbled =
                assertInstanceOf(
                        Far.Garbled.class,
                        assertThrows(FarException.class, () -> all(lines(bytes, 9))).failure());
        assertEquals(new Far.Garbled("far", "UTF-8", "other bytes"), garbled);
    }

    @Test
    void aLineWithoutAnEndDoesNotFillTheMemory() {
        ByteBuffer more = ByteBuffer.allocate(1 << 16);
        Lines endless = new Lines("far", _ -> List.of(more.duplicate()), Duration.ofSeconds(9));
        assertInstanceOf(
                Far.Garbled.class, assertThrows(FarException.class, endless::next).failure());
    }

    @Test
    void bytesAloneAreNoSignOfLife() {
        Lines dripping =
                new Lines(
                        "far",
                        _ -> {
                            Thread.sleep(Duration.ofMillis(20));
                            return List.of(ByteBuffer.wrap(new byte[] {'x'}));
                        },
                        Duration.ofMillis(200));
        assertEquals(
                new Far.Silent("far", Duration.ofMillis(200)),
                assertThrows(FarException.class, dripping::next).failure());
    }
}
