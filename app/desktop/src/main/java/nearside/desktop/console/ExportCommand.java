package nearside.desktop.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.desktop.console.Command.Output;
import nearside.desktop.past.FileNames;
import nearside.desktop.past.PageFile;
import nearside.desktop.past.PageFormat;
import nearside.desktop.past.PageText;
import nearside.desktop.past.Pages;
import nearside.desktop.words.Words;
import nearside.storage.Conversation;
import nearside.storage.ConversationId;
import nearside.storage.Profile;
import nearside.storage.past.PastConversation;
import nearside.storage.past.page.PastJson;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `export`: writes conversations as files.
final class ExportCommand {
    private static final String ALL = "nearside-conversations.json";

    private final Console console;
    private final Profile profile;
    private final Words words;
    private final Sentences sentences;
    private final Pages pages;
    private final List<Path> files = new ArrayList<>();
    private int conversations;
    private int messages;
    private int lost;

    ExportCommand(Console console, Profile profile, Words words, Sentences sentences) {
        this.console = console;
        this.profile = profile;
        this.words = words;
        this.sentences = sentences;
        this.pages = new Pages(new PageText(words, ZoneId.systemDefault()));
    }

    ExitCode run(Command.TakeAway takeAway) throws IOException {
        Optional<String> named = takeAway.conversation();
        Optional<PastConversation> one = named.flatMap(this::find);
        if (named.isPresent() && one.isEmpty()) {
            return sentences.noConversation(named.get());
        }
        if (one.isPresent()) {
            one(one.get(), takeAway);
        } else if (takeAway.format() == PageFormat.JSON) {
            all(takeAway.out());
        } else {
            each(takeAway);
        }
        tell(takeAway);
        return ExitCode.DONE;
    }

    private Optional<PastConversation> find(String id) {
        Optional<PastConversation> found = profile.past().find(new ConversationId(id));
        found.ifPresent(it -> {
            conversations++;
            messages += it.messages().size();
            lost += it.lostAttachments();
        });
        return found;
    }

    private List<String> ids() {
        return profile.conversations().list().stream()
                .map(Conversation::id)
                .map(ConversationId::value)
                .toList();
    }

    private void one(PastConversation conversation, Command.TakeAway takeAway) throws IOException {
        PageFile.Content content = out -> pages.write(conversation, takeAway.format(), out);
        write(takeAway.out(), FileNames.of(conversation, takeAway.format()), content);
    }

    private void all(Optional<Path> target) throws IOException {
        write(target, ALL, this::everything);
    }

    private void everything(OutputStream out) throws IOException {
        PastJson json = new PastJson(new BufferedWriter(new OutputStreamWriter(out, UTF_8)));
        for (String id : ids()) {
            Optional<PastConversation> conversation = find(id);
            if (conversation.isPresent()) {
                json.write(conversation.get());
            }
        }
        json.end();
    }

    private void each(Command.TakeAway takeAway) throws IOException {
        Path folder = takeAway.out().orElseThrow();
        Files.createDirectories(folder);
        for (String id : ids()) {
            Optional<PastConversation> conversation = find(id);
            if (conversation.isPresent()) {
                one(conversation.get(), takeAway);
            }
        }
    }

    /// Into the file, into the folder under that name, or to standard output.
    private void write(Optional<Path> target, String name, PageFile.Content content)
            throws IOException {
        if (target.isEmpty()) {
            content.write(console.out());
            console.out().flush();
            return;
        }
        Path file = Files.isDirectory(target.get()) ? target.get().resolve(name) : target.get();
        PageFile.write(file, content);
        files.add(file);
    }

    private void tell(Command.TakeAway takeAway) {
        if (lost > 0) {
            sentences.note(words.of("past.lost-attachments", lost));
        }
        if (takeAway.common().output() == Output.JSON) {
            JsonObject json = new JsonObject();
            json.addProperty("format", takeAway.format().word());
            json.addProperty("conversations", conversations);
            json.addProperty("messages", messages);
            JsonArray written = new JsonArray();
            files.forEach(file -> written.add(file.toString()));
            json.add("files", written);
            console.out().println(json);
        } else {
            files.forEach(file -> console.out().println(words.of("past.written", file)));
        }
    }
}
