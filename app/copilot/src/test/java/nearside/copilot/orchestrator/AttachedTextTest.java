package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class AttachedTextTest {
    @Test
    void aQuestionWithoutFilesIsReadAsItIs() {
        assertEquals("Why?", AttachedText.before("Why?", List.of()));
    }

    @Test
    void filesAreReadBeforeTheQuestionEachByItsName() {
        List<AttachedText> files =
                List.of(new AttachedText("a.txt", "one\n"), new AttachedText("b.txt", "two"));
        assertEquals(
                """
                a.txt:
                ```
                one
                ```

                b.txt:
                ```
                two
                ```

                Why?\
                """,
                AttachedText.before("Why?", files));
    }

    @Test
    void noFenceInsideEndsIt() {
        String inner = "```java\ncode\n```\n  `````\n";
        assertEquals(
                "x.md:\n``````\n" + inner + "``````\n\nWhy?",
                AttachedText.before("Why?", List.of(new AttachedText("x.md", inner))));
    }

    @Test
    void aNameStaysInItsLine() {
        assertEquals(
                "a b:\n```\nx\n```\n\nWhy?",
                AttachedText.before("Why?", List.of(new AttachedText("a\r\nb", "x"))));
    }

    @Test
    void onlyTextIsRead() {
        assertEquals(
                Optional.of(new AttachedText("ä", "größer")),
                AttachedText.of("ä", "größer".getBytes(UTF_8)));
        assertEquals(Optional.empty(), AttachedText.of("wide", "wide".getBytes(UTF_16LE)));
        assertEquals(Optional.empty(), AttachedText.of("cut", new byte[] {'a', (byte) 0xC3}));
    }
}
