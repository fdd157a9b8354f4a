package nearside.desktop.paper;

import nearside.desktop.paper.Sheets.Ground;
import nearside.desktop.paper.Sheets.Style;
import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage;
import nearside.storage.past.page.Block;
import nearside.storage.past.page.Heading;
import nearside.storage.past.page.PageWords;

import java.io.IOException;
import java.util.function.IntFunction;

/// Sets the shown path of a conversation in the fonts of this device.
///
/// @param noFont says how many characters no font has
record Typesetter(PageWords words, IntFunction<String> noFont) {

    void set(PastConversation conversation, Press press) throws IOException {
        Fonts fonts = Fonts.open();
        Style title = new Style(fonts.strong(), 18, 24, 0, Ground.PAPER);
        Style small = new Style(fonts.text(), 8.5, 12, 0.4, Ground.PAPER);
        Heading heading = new Heading(words);
        Sheets sheets = new Sheets(press, fonts);
        sheets.text(conversation.head().title(), title);
        sheets.gap(4);
        sheets.text(heading.of(conversation), small);
        for (PastMessage message : conversation.path()) {
            sheets.gap(16);
            sheets.text(heading.of(message), small);
            message(message, sheets, fonts);
            for (PastAttachment attachment : message.attachments()) {
                sheets.gap(5);
                sheets.text(words.attachment(attachment), small);
            }
        }
        foot(heading.leftOut(conversation), sheets, small);
        foot(sheets.missing() == 0 ? "" : noFont.apply(sheets.missing()), sheets, small);
        sheets.end();
    }

    private static void message(PastMessage message, Sheets sheets, Fonts fonts)
            throws IOException {
        Style text = new Style(fonts.text(), 10.5, 15, 0, Ground.PAPER);
        Style code = new Style(fonts.code(), 9, 12.5, 0, Ground.SHADE);
        for (Block block : Block.of(message.text())) {
            sheets.gap(5);
            sheets.text(
                    block.text(),
                    switch (block.kind()) {
                        case TEXT -> text;
                        case CODE -> code;
                    });
        }
    }

    private static void foot(String sentence, Sheets sheets, Style style) throws IOException {
        if (!sentence.isEmpty()) {
            sheets.gap(16);
            sheets.text(sentence, style);
        }
    }
}
