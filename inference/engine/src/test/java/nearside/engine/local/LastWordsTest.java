package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class LastWordsTest {
    private final LastWords words = new LastWords();

    private void drain(String text) {
        words.drain(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theLastLinesAreKept() {
        drain("line\n".repeat(1000) + "the cause\n");
        assertEquals(40, words.lines().size());
        assertEquals("the cause", words.lines().getLast());
    }

    @Test
    void longLinesAreCut() {
        drain("x".repeat(100_000));
        assertEquals(List.of("x".repeat(400)), words.lines());
    }
}
