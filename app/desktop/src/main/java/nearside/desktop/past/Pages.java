package nearside.desktop.past;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.desktop.paper.DrawnPage;
import nearside.desktop.paper.DrawnPages;
import nearside.desktop.paper.PdfPages;
import nearside.storage.past.PastConversation;
import nearside.storage.past.page.HtmlPage;
import nearside.storage.past.page.MarkdownPage;
import nearside.storage.past.page.PastJson;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/// Writes one conversation in any of the forms.
public record Pages(PageText words) {
    /// The stream stays open.
    public void write(PastConversation conversation, PageFormat format, OutputStream out)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        switch (format) {
            case JSON -> {
                PastJson json = new PastJson(writer);
                json.write(conversation);
                json.end();
            }
            case MARKDOWN -> new MarkdownPage(words).write(conversation, writer);
            case HTML -> new HtmlPage(words).write(conversation, writer);
            case PDF -> new PdfPages(words, words::noFont).write(conversation, out);
        }
        writer.flush();
    }

    /// The pages of the PDF, to be drawn on paper.
    public List<DrawnPage> drawn(PastConversation conversation) throws IOException {
        return new DrawnPages(words, words::noFont).of(conversation);
    }
}
