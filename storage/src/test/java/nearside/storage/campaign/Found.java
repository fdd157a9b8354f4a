package nearside.storage.campaign;

import nearside.storage.Conversation;
import nearside.storage.ConversationId;
import nearside.storage.Message;
import nearside.storage.Message.Speaker;
import nearside.storage.MessageId;
import nearside.storage.Profile;
import nearside.storage.SettingsFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a whole profile, and looks where a book says that there should be something or nothing.
record Found(Profile profile, Book expected) {
    static Book in(Profile profile, Book expected) throws IOException {
        return new Found(profile, expected).book();
    }

    private Book book() throws IOException {
        List<Talk> talks = new ArrayList<>();
        for (Conversation each : profile.conversations().list()) {
            talks.add(talk(each.id(), each.title(), Talk.Where.LIST));
        }
        expected.in(Talk.Where.TRASH).stream().map(this::trashed).forEach(talks::addAll);
        return new Book(
                talks,
                gone(),
                profile.drafts().of(Optional.empty()),
                new SettingsFile(profile.folder()).read().model(),
                expected.words(),
                expected.kept());
    }

    /// One that lacks its file says nothing.
    private Talk talk(ConversationId id, String title, Talk.Where where) {
        boolean whole = Brought.find(id.value()).map(it -> it.hasFile(profile)).orElse(true);
        return new Talk(
                id.value(),
                title,
                where,
                whole ? messages(id) : List.of(),
                profile.drafts().of(Optional.of(id)));
    }

    private List<Message> messages(ConversationId id) {
        return profile.conversations().messages(id).stream().map(Found::nameless).toList();
    }

    /// The ids of system messages are told by nobody.
    private static Message nameless(Message it) {
        return it.speaker() == Speaker.SYSTEM
                ? new Message(
                        new MessageId(""),
                        it.speaker(),
                        it.state(),
                        it.body(),
                        it.facts(),
                        it.decision())
                : it;
    }

    /// Its title is not shown as long as it is in the trash.
    private List<Talk> trashed(Talk talk) {
        ConversationId id = new ConversationId(talk.id());
        boolean there = !messages(id).isEmpty() && profile.conversations().find(id).isEmpty();
        return there ? List.of(talk(id, talk.title(), Talk.Where.TRASH)) : List.of();
    }

    private List<String> gone() throws IOException {
        List<String> gone = new ArrayList<>();
        for (String id : expected.gone()) {
            ConversationId conversation = new ConversationId(id);
            boolean rows =
                    !messages(conversation).isEmpty()
                            || profile.conversations().find(conversation).isPresent();
            if (!rows && !keyed(id)) {
                gone.add(id);
            }
        }
        return gone;
    }

    /// Whether a key ring names it; ids stand in the clear there.
    private boolean keyed(String id) throws IOException {
        try (Stream<Path> files = Files.walk(profile.folder(), 2)) {
            for (Path ring : files.filter(it -> it.endsWith("keys")).toList()) {
                String text = new String(Files.readAllBytes(ring), StandardCharsets.ISO_8859_1);
                if (text.contains(id)) {
                    return true;
                }
            }
        }
        return false;
    }
}
