package nearside.storage.campaign;

import nearside.storage.Attachment;
import nearside.storage.Message;
import nearside.storage.MessageId;
import nearside.storage.Profile;
import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastConversation.Filing;
import nearside.storage.past.PastMessage;
import nearside.storage.past.page.PastJson;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// One conversation of a file that is brought in. All is told by the file's number, as with
/// [Words].
record Brought(int file, int index) {
    static final int EACH = 4;

    /// A file takes some pages of the database.
    private static final int FILE_TEXTS = 50;

    private static final String PREFIX = "00000000-0000-8000-";

    static List<Brought> of(int file) {
        return IntStream.range(0, EACH).mapToObj(it -> new Brought(file, it)).toList();
    }

    /// Of the conversation of that id; empty for one that was begun here.
    static Optional<Integer> time(String conversation) {
        return conversation.startsWith(PREFIX)
                ? Optional.of(Integer.parseInt(conversation.substring(conversation.length() - 7)))
                : Optional.empty();
    }

    /// The one of that id; empty for one that was begun here.
    static Optional<Brought> find(String conversation) {
        return time(conversation).map(time -> new Brought(time / EACH, time % EACH));
    }

    static void write(Path path, int file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(path);
                PastJson json = new PastJson(writer)) {
            for (Brought each : of(file)) {
                json.write(each.past());
            }
        }
    }

    /// Greater where it stands higher in a list.
    int time() {
        return file * EACH + index;
    }

    String id() {
        return id(8, 0);
    }

    Talk talk() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < length(); i++) {
            messages.add(
                    Book.message(
                            message(i),
                            Message.Speaker.valueOf(speaker(i).name()),
                            Message.State.DONE,
                            text(i)));
        }
        return new Talk(id(), Words.title(time()), Talk.Where.LIST, messages, "");
    }

    private PastConversation past() {
        Instant time = Instant.ofEpochSecond(time());
        List<PastMessage> messages = new ArrayList<>();
        for (int i = 0; i < length(); i++) {
            messages.add(
                    new PastMessage(
                            message(i),
                            Optional.of(i).filter(it -> it > 0).map(it -> message(it - 1)),
                            new PastMessage.Head(speaker(i), PastMessage.State.DONE, time),
                            new PastMessage.Content(
                                    List.of(PastMessage.Run.here(text(i))),
                                    i == 0 ? List.of(attached()) : List.of()),
                            PastMessage.Making.NONE,
                            Optional.empty()));
        }
        return new PastConversation(
                id(),
                new PastConversation.Head(Words.title(time()), time, time),
                Filing.NONE,
                messages,
                Optional.of(message(length() - 1)),
                Optional.empty());
    }

    /// Whether the file of its first message is there as it was brought in.
    boolean hasFile(Profile profile) {
        List<Attachment> there = profile.attachments().of(new MessageId(message(0)));
        PastAttachment file = attached();
        return there.stream().map(it -> it.id().value()).toList().equals(List.of(file.id()))
                && there.getFirst().name().equals(file.name())
                && profile.attachments()
                        .bytes(there.getFirst().id())
                        .map(bytes -> PastBytes.of(List.of(bytes)))
                        .equals(file.bytes());
    }

    private PastAttachment attached() {
        byte[] bytes = text(0).repeat(FILE_TEXTS).getBytes(StandardCharsets.UTF_8);
        return PastAttachment.of(id(7, 0), Words.title(time()), PastBytes.of(List.of(bytes)));
    }

    private int length() {
        return 2 + 2 * (time() % 3);
    }

    private static PastMessage.Speaker speaker(int at) {
        return at % 2 == 0 ? PastMessage.Speaker.USER : PastMessage.Speaker.ASSISTANT;
    }

    private String message(int at) {
        return id(9, at);
    }

    private String text(int at) {
        return Words.of(-(time() * 10 + at));
    }

    private String id(int kind, int at) {
        return String.format(Locale.ROOT, "%s%d%03d-00000%07d", PREFIX, kind, at, time());
    }
}
