package nearside.storage.past.page;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage;

import java.io.IOException;

/// The shown path of a conversation as Markdown: what was said stays as it was written.
public record MarkdownPage(Heading heading) {
    public MarkdownPage(PageWords words) {
        this(new Heading(words));
    }

    public void write(PastConversation conversation, Appendable out) throws IOException {
        out.append("# ").append(line(conversation.head().title())).append("\n\n");
        out.append('*').append(heading.of(conversation)).append("*\n");
        for (PastMessage message : conversation.path()) {
            String text = message.text();
            String open = Block.open(text);
            out.append("\n## ").append(line(heading.of(message))).append("\n\n");
            out.append(text).append('\n');
            if (!open.isEmpty()) {
                out.append(open).append('\n');
            }
            for (PastAttachment attachment : message.attachments()) {
                String named = line(heading.words().attachment(attachment));
                out.append("\n*").append(named).append("*\n");
            }
        }
        String leftOut = heading.leftOut(conversation);
        if (!leftOut.isEmpty()) {
            out.append("\n---\n\n*").append(leftOut).append("*\n");
        }
    }

    /// One line, in which nothing is taken for a mark.
    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip().replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }
}
