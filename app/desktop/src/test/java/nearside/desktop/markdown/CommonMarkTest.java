package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// The examples of the CommonMark specification, 0.31.2 (© John MacFarlane, CC BY-SA 4.0): each is
/// read, and what its HTML shows is shown, letter by letter.
class CommonMarkTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("(?ms)^`{32} example\\n(.*?)^\\.\\n(.*?)^`{32}$");

    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");

    private record Example(String source, String html) {}

    private static List<Example> examples() throws IOException {
        try (InputStream in = CommonMarkTest.class.getResourceAsStream("commonmark-0.31.2.txt")) {
            String spec =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return EXAMPLE.matcher(spec.replace('→', '\t'))
                    .results()
                    .map(it -> new Example(it.group(1), it.group(2)))
                    .toList();
        }
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// What is left of the visible letters when those that are shown were found in their order.
    private static String lost(String html, String shown) {
        String visible =
                TAG.matcher(html)
                        .replaceAll("")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
        String wanted = letters(visible);
        int found = 0;
        for (char c : letters(shown).toCharArray()) {
            found += found < wanted.length() && wanted.charAt(found) == c ? 1 : 0;
        }
        return wanted.substring(found);
    }

    @Test
    void everyExampleIsReadAndNoLetterIsLost() throws IOException {
        List<Example> examples = examples();
        assertEquals(652, examples.size());
        List<String> lossy = new ArrayList<>();
        for (Example example : examples) {
            String lost = lost(example.html, Blocks.text(Markdown.read(example.source)));
            if (!lost.isEmpty()) {
                lossy.add(example + " lost " + lost);
            }
        }
        assertEquals(List.of(), lossy);
    }

    @Test
    void aWordThatIsLeftOutIsSeen() {
        assertEquals("b", lost("<p>a <em>b</em></p>", "a"));
        assertEquals("", lost("<p>a <em>b</em></p>", "a b"));
    }
}
