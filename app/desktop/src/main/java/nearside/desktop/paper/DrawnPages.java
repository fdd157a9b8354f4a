package nearside.desktop.paper;

import nearside.storage.past.PastConversation;
import nearside.storage.past.page.PageWords;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

/// The same pages as those of the PDF, to be drawn on paper.
///
/// @param noFont says how many characters no font has
public record DrawnPages(PageWords words, IntFunction<String> noFont) {
    public List<DrawnPage> of(PastConversation conversation) throws IOException {
        DrawnPress press = new DrawnPress();
        new Typesetter(words, noFont).set(conversation, press);
        return press.pages();
    }
}
