package nearside.storage.past.page;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastMessage.Figures;
import nearside.storage.past.PastMessage.Making;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// Writes conversations in this program's own format, from which all of them can be read again. The
/// format is described in `docs/formats/conversation-export.md`.
public final class PastJson implements AutoCloseable {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    /// What is deeper stays a text, so that this file is not deeper than a reader goes.
    private static final int DEEP = 100;

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    /// Bytes of one text, so that no reader needs a large file as one.
    private static final int PIECE = 1 << 20;

    private final JsonWriter out;

    /// @param out closed with this
    public PastJson(Writer out) throws IOException {
        this.out = new JsonWriter(out);
        this.out.setHtmlSafe(false);
        this.out.setIndent(" ");
        this.out.beginObject();
        this.out.name("format").value("nearside-conversations");
        this.out.name("version").value(1);
        this.out.name("conversations").beginArray();
    }

    public void write(PastConversation conversation) throws IOException {
        out.beginObject();
        out.name("id").value(conversation.id());
        out.name("title").value(conversation.head().title());
        time("created", conversation.head().created());
        time("changed", conversation.head().changed());
        text("folder", conversation.filing().folder());
        if (!conversation.filing().tags().isEmpty()) {
            out.name("tags").beginArray();
            for (String tag : conversation.filing().tags()) {
                out.value(tag);
            }
            out.endArray();
        }
        if (conversation.filing().pinned().isPresent()) {
            time("pinned", conversation.filing().pinned().get());
        }
        text("shown", conversation.shown());
        out.name("messages").beginArray();
        for (PastMessage message : conversation.messages()) {
            message(message);
        }
        out.endArray();
        json("extra", conversation.extra());
        out.endObject();
    }

    private void message(PastMessage message) throws IOException {
        out.beginObject();
        out.name("id").value(message.id());
        text("parent", message.parent());
        out.name("speaker").value(word(message.head().speaker()));
        out.name("state").value(word(message.head().state()));
        time("begun", message.head().begun());
        if (message.head().pinned().isPresent()) {
            time("pinned", message.head().pinned().get());
        }
        out.name("text").beginArray();
        for (PastMessage.Run run : message.content().runs()) {
            out.beginObject();
            out.name("source").value(word(run.source()));
            out.name("text").value(run.text());
            out.endObject();
        }
        out.endArray();
        if (!message.attachments().isEmpty()) {
            out.name("attachments").beginArray();
            for (PastAttachment attachment : message.attachments()) {
                attachment(attachment);
            }
            out.endArray();
        }
        making(message.making());
        json("extra", message.extra());
        out.endObject();
    }

    private void attachment(PastAttachment attachment) throws IOException {
        out.beginObject();
        out.name("id").value(attachment.id());
        out.name("name").value(attachment.name());
        out.name("size").value(attachment.size());
        if (attachment.bytes().isPresent()) {
            out.name("bytes").beginArray();
            try (InputStream in = attachment.bytes().get().open()) {
                for (byte[] piece = in.readNBytes(PIECE);
                        piece.length > 0;
                        piece = in.readNBytes(PIECE)) {
                    out.value(BASE64.encodeToString(piece));
                }
            }
            out.endArray();
        }
        out.endObject();
    }

    private void making(Making making) throws IOException {
        text("model", making.model());
        if (making.figures().isPresent()) {
            Figures figures = making.figures().get();
            out.name("figures").beginObject();
            out.name("prompt_tokens").value(figures.promptTokens());
            out.name("reply_tokens").value(figures.replyTokens());
            out.name("first_word_seconds").value(figures.firstWordSeconds());
            out.name("tokens_per_second").value(figures.tokensPerSecond());
            time("finished", figures.finished());
            out.endObject();
        }
        json("decision", making.decision());
    }

    private void text(String member, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            out.name(member).value(text.get());
        }
    }

    private void time(String member, Instant time) throws IOException {
        out.name(member).value(time.toString());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /// As JSON where the very same text comes out of it again, else as a text.
    private void json(String member, Optional<String> json) throws IOException {
        if (json.isPresent()) {
            out.name(member);
            Optional<JsonElement> tree = same(json.get());
            if (tree.isPresent()) {
                GSON.toJson(tree.get(), out);
            } else {
                out.value(json.get());
            }
        }
    }

    private static Optional<JsonElement> same(String json) {
        try {
            JsonElement tree = JsonParser.parseString(json);
            boolean nests = tree.isJsonObject() || tree.isJsonArray();
            boolean flat = nests && depth(json) <= DEEP;
            return flat && tree.toString().equals(json) ? Optional.of(tree) : Optional.empty();
        } catch (JsonParseException none) {
            return Optional.empty();
        }
    }

    /// At least as many levels as the text has: brackets inside its strings count, too.
    private static int depth(String json) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /// Nothing follows; the writer stays open.
    public void end() throws IOException {
        out.endArray();
        out.endObject();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        end();
        out.close();
    }
}
