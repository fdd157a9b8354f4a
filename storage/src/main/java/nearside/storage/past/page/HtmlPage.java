package nearside.storage.past.page;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage;

import java.io.IOException;
import java.util.Locale;

/// The shown path of a conversation as one HTML file: it runs nothing and fetches nothing, and what
/// was said stands in it as text.
public record HtmlPage(PageWords words, Heading heading) {
    private static final String STYLE =
            """
            body { font-family: sans-serif; line-height: 1.5; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
              color: #1d1f24; background: #fff; }
            article { border-top: 1px solid #d5d8de; margin-top: 1.5rem; }
            h2, footer, .held { color: #5b616e; font-size: 0.85rem; font-weight: normal; }
            article.user { background: #f3f5f8; padding: 0 1rem; }
            p { white-space: pre-wrap; overflow-wrap: anywhere; }
            pre { background: #eceff3; padding: 0.75rem; overflow-x: auto; font-family: monospace; }
            @media (prefers-color-scheme: dark) {
              body { color: #e3e5ea; background: #17191d; }
              article { border-color: #3a3f48; }
              article.user, pre { background: #22252b; }
              h2, footer, .held { color: #a3a9b6; }
            }
            """;

    public HtmlPage(PageWords words) {
        this(words, new Heading(words));
    }

    public void write(PastConversation conversation, Appendable out) throws IOException {
        String title = escaped(conversation.head().title());
        out.append("<!DOCTYPE html>\n<html lang=\"").append(escaped(words.language()));
        out.append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\"");
        out.append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        out.append("<title>").append(title).append("</title>\n");
        out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        out.append("<h1 dir=\"auto\">").append(title).append("</h1>\n");
        out.append("<p class=\"held\">").append(escaped(heading.of(conversation)));
        out.append("</p>\n");
        for (PastMessage message : conversation.path()) {
            article(message, out);
        }
        String leftOut = heading.leftOut(conversation);
        if (!leftOut.isEmpty()) {
            out.append("<footer>").append(escaped(leftOut)).append("</footer>\n");
        }
        out.append("</body>\n</html>\n");
    }

    private void article(PastMessage message, Appendable out) throws IOException {
        String speaker = message.head().speaker().name().toLowerCase(Locale.ROOT);
        out.append("<article class=\"").append(speaker).append("\">\n<h2>");
        out.append(escaped(heading.of(message))).append("</h2>\n");
        for (Block block : Block.of(message.text())) {
            String text = escaped(block.text());
            switch (block.kind()) {
                case TEXT -> out.append("<p dir=\"auto\">").append(text).append("</p>\n");
                case CODE -> out.append("<pre><code>").append(text).append("</code></pre>\n");
            }
        }
        for (PastAttachment attachment : message.attachments()) {
            out.append("<p class=\"held\" dir=\"auto\">");
            out.append(escaped(words.attachment(attachment))).append("</p>\n");
        }
        out.append("</article>\n");
    }

    /// What HTML cannot hold is replaced, visibly.
    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> html.append("&amp;");
                        case '<' -> html.append("&lt;");
                        case '>' -> html.append("&gt;");
                        case '"' -> html.append("&quot;");
                        case '\'' -> html.append("&#39;");
                        default -> html.appendCodePoint(forbidden(c) ? 0xFFFD : c);
                    }
                });
        return html.toString();
    }

    private static boolean forbidden(int c) {
        return (c < ' ' && c != '\n' && c != '\t')
                || (c >= 0x7F && c < 0xA0)
                || (c >= 0xD800 && c < 0xE000)
                || (c & 0xFFFE) == 0xFFFE;
    }
}
