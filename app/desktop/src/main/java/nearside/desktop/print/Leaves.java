package nearside.desktop.print;

import nearside.desktop.paper.DrawnPage;
import nearside.desktop.past.PageFormat;
import nearside.desktop.past.Pages;
import nearside.storage.past.PastConversation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/// The pages of one conversation, in the form that a printer takes. They are held in memory alone.
public record Leaves(Pages pages, PastConversation conversation) {
    /// A whole PDF.
    byte[] pdf() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pages.write(conversation, PageFormat.PDF, pdf);
        return pdf.toByteArray();
    }

    List<DrawnPage> drawn() throws IOException {
        return pages.drawn(conversation);
    }
}
