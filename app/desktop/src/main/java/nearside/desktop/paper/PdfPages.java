package nearside.desktop.paper;

import nearside.storage.past.PastConversation;
import nearside.storage.past.page.PageWords;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntFunction;

/// The shown path of a conversation as a PDF of A4 pages, set in the fonts of this device.
///
/// @param noFont says how many characters no font has
public record PdfPages(PageWords words, IntFunction<String> noFont) {

    /// The stream stays open.
    public void write(PastConversation conversation, OutputStream out) throws IOException {
        PdfFile pdf = new PdfFile(out);
        PdfPress press = new PdfPress(pdf);
        new Typesetter(words, noFont).set(conversation, press);
        int tree = press.end();
        int catalog =
                pdf.object(
                        "<< /Type /Catalog /Pages %d 0 R /Lang %s >>"
                                .formatted(tree, PdfFile.text(words.language())));
        String named = PdfFile.text(conversation.head().title());
        pdf.end(catalog, pdf.object("<< /Title " + named + " /Producer (Nearside) >>"));
    }
}
