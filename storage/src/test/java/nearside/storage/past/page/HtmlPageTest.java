package nearside.storage.past.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastSamples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class HtmlPageTest {
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z!]+)[^>]*>");

    private static String page(PastConversation conversation) throws IOException {
        StringBuilder page = new StringBuilder();
        new HtmlPage(new Plain()).write(conversation, page);
        return page.toString();
    }

    private static Set<String> tags(String html) {
        Set<String> names = new TreeSet<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            names.add(tag.group(1));
        }
        return names;
    }

    @Test
    void whoSaidItStandsAboveAndCodeIsSetApart() throws Exception {
        String page = page(Plain.conversation("t", "How?", "So:\n```\nx < 1\n```"));
        assertTrue(
                page.contains(
                        """
                        <article class="assistant">
                        <h2>assistant · 1 s · phi · stopped</h2>
                        <p dir="auto">So:</p>
                        <pre><code>x &lt; 1</code></pre>
                        </article>
                        """),
                page);
    }

    @Test
    void filesAreNamedUnderTheirMessageAsText() throws Exception {
        String page = page(Plain.attached(Plain.conversation("t", "Look."), "<b>.txt"));
        assertTrue(
                page.contains(
                        """
                        <p dir="auto">Look.</p>
                        <p class="held" dir="auto">&lt;b&gt;.txt, 5</p>
                        </article>
                        """),
                page);
    }

    /// Whatever was said, the tags are those of an empty page and these few.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "</p></article></body><iframe src='//x'>",
                "\"><a href=javascript:1>",
                "<!--",
                "]]>",
                "&lt;b&gt; &#60;b&#62;",
                "```\n</code></pre><script>\n```"
            })
    void whatWasSaidIsTextOnly(String said) throws Exception {
        PastConversation quiet = Plain.conversation("t", "a", "```\nb\n```");
        PastConversation loud = Plain.conversation(said, said, "```\n" + said + "\n```");
        Set<String> expected = new TreeSet<>(tags(page(quiet)));
        expected.addAll(tags(page(Plain.conversation("t", "a\n```\nb\n```"))));
        assertTrue(expected.containsAll(tags(page(loud))), () -> said);
    }

    @Test
    void theCheckOfTagsCanFail() {
        assertEquals(Set.of("b", "script"), tags("<b>x</b><script src='y'>"));
    }

    @Test
    void nothingIsFetchedAndNothingRuns() throws Exception {
        String page = page(Plain.conversation("t", "a"));
        assertTrue(page.contains("default-src 'none'; style-src 'unsafe-inline'"), page);
        for (String loader : List.of("http:", "https:", "//", "url(", "src=", "href=", "<script")) {
            assertFalse(page.contains(loader), loader);
        }
    }

    @Test
    void whatHtmlCannotHoldIsReplaced() {
        assertEquals("\uFFFD\uFFFD\uFFFD\n\ta", HtmlPage.escaped("\u0000\u0007\uFFFE\n\ta"));
        assertEquals("&amp;&lt;&gt;&quot;&#39;", HtmlPage.escaped("&<>\"'"));
    }

    @Test
    void anyConversationMakesAPage() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            assertTrue(page(new PastSamples(seed).conversation(20)).endsWith("</html>\n"));
        }
    }
}
