package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Streaming where each id is one byte, the worst that a tokenizer can do.
class StreamedBytesTest {
    private static final String TEXTS =
            "plain text|naïve café|日本語のテキスト|👩‍👩‍👧‍👦 🇩🇪 😀|a\u0301\u200d|\ufffd\ufffd\ufffd\ufffd\ufffd|\u0000\u007f\u0080";

    private int decodedBytes;

    @Test
    void noPieceHoldsHalfACharacter() {
        for (String text : TEXTS.split("\\|", -1)) {
            StringBuilder shown = new StringBuilder();
            StreamedText stream = stream();
            for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
                String piece = stream.add(one);
                assertTrue(piece.indexOf('\ufffd') < 0 || text.indexOf('\ufffd') >= 0, piece);
                shown.append(piece);
            }
            assertEquals(text, shown.append(stream.end()).toString());
        }
    }

    @Test
    void everyCharacterIsShownWithItsLastByte() {
        StreamedText stream = stream();
        byte[] bytes = "é😀".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of("", "é", "", "", "", "😀"),
                java.util.stream.IntStream.range(0, bytes.length)
                        .mapToObj(i -> stream.add(bytes[i]))
                        .toList());
    }

    @Test
    void whatIsIncompleteAtTheEndIsVisible() {
        StreamedText stream = stream();
        assertEquals("", stream.add(0xe6));
        assertEquals("\ufffd", stream.end());
        assertEquals("", stream.end());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xff, 0xe6})
    void noiseIsNotHeldForLong(int noise) {
        StreamedText stream = stream();
        int shown = 0;
        for (int i = 0; i < 1000; i++) {
            shown += stream.add(noise).length();
            assertTrue(shown >= i - 6, "held " + (i - shown));
        }
        assertEquals("a", stream.add('a').replace("\ufffd", ""));
    }

    @Test
    void aLongReplyCostsNoMoreForEachIdThanAShortOne() {
        StreamedText stream = stream();
        for (int i = 0; i < 10_000; i++) {
            stream.add('a');
        }
        assertTrue(decodedBytes < 10_000 * 8, "decoded " + decodedBytes);
    }

    @Test
    void specialIdsAreSilentEvenInsideACharacter() {
        StreamedText stream =
                new StreamedText(this::decode, List.of(new AddedToken(300, "<s>", true)));
        assertEquals("", stream.add(0xc3));
        assertEquals("", stream.add(300));
        assertEquals("é", stream.add(0xa9));
    }

    private StreamedText stream() {
        return new StreamedText(this::decode, List.of());
    }

    private String decode(int[] ids) {
        decodedBytes += ids.length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id : ids) {
            bytes.write(id);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
