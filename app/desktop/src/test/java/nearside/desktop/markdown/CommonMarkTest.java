package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The examples of the CommonMark specification, 0.31.2 (© John MacFarlane, CC BY-SA 4.0): each is
/// read, and no word of it is lost that the parser's own text has.
class CommonMarkTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("(?ms)^`{32} example\\n(.*?)^\\.\\n.*?^`{32}$");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static List<String> examples() throws IOException {
        try (InputStream in = CommonMarkTest.class.getResourceAsStream("commonmark-0.31.2.txt")) {
            String spec =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<String> all = new ArrayList<>();
            Matcher example = EXAMPLE.matcher(spec);
            while (example.find()) {
                all.add(example.group(1).replace('→', '\t'));
            }
            return all;
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(it -> it.group()).toList();
    }

    private static List<String> lost(String source, String shown) {
        String expected =
                TextContentRenderer.builder()
                        .build()
                        .render(Parser.builder().build().parse(source));
        List<String> missing = new ArrayList<>(words(expected));
        words(shown).forEach(missing::remove);
        return missing;
    }

    @Test
    void everyExampleIsReadAndNoWordIsLost() throws IOException {
        List<String> examples = examples();
        assertEquals(652, examples.size());
        List<String> lossy = new ArrayList<>();
        for (String example : examples) {
            List<String> lost = lost(example, Blocks.text(Markdown.read(example)));
            if (!lost.isEmpty()) {
                lossy.add(example + " lost " + lost);
            }
        }
        assertEquals(List.of(), lossy);
    }

    @Test
    void aWordThatIsLeftOutIsSeen() {
        assertEquals(List.of("b"), lost("a *b*", "a"));
        assertTrue(lost("a *b*", "a b").isEmpty());
    }
}
