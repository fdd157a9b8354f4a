package nearside.storage.past.page;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastMessage.Content;
import nearside.storage.past.PastMessage.Making;
import nearside.storage.past.PastMessage.Run;
import nearside.storage.past.PastMessage.Speaker;
import nearside.storage.past.PastMessage.State;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Words for pages, and a short conversation to set.
record Plain() implements PageWords {
    static PastConversation conversation(String title, String... texts) {
        List<PastMessage> messages = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            messages.add(
                    new PastMessage(
                            "m" + i,
                            i == 0 ? Optional.empty() : Optional.of("m" + (i - 1)),
                            new PastMessage.Head(
                                    i % 2 == 0 ? Speaker.USER : Speaker.ASSISTANT,
                                    i % 2 == 0 ? State.DONE : State.STOPPED,
                                    Instant.ofEpochSecond(i)),
                            Content.of(List.of(Run.here(texts[i]))),
                            Making.by(i % 2 == 0 ? Optional.empty() : Optional.of("phi")),
                            Optional.empty()));
        }
        return new PastConversation(
                "c",
                new PastConversation.Head(title, Instant.EPOCH, Instant.ofEpochSecond(9)),
                PastConversation.Filing.NONE,
                messages,
                messages.isEmpty() ? Optional.empty() : Optional.of("m" + (texts.length - 1)),
                Optional.empty());
    }

    /// The same, shown only to its first message.
    static PastConversation cut(PastConversation whole) {
        return new PastConversation(
                whole.id(),
                whole.head(),
                whole.filing(),
                whole.messages(),
                Optional.of("m0"),
                whole.extra());
    }

    @Override
    public String language() {
        return "en";
    }

    @Override
    public String speaker(Speaker speaker) {
        return speaker.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String time(Instant time) {
        return time.getEpochSecond() + " s";
    }

    @Override
    public String ending(State state) {
        return state == State.DONE ? "" : state.name().toLowerCase(Locale.ROOT);
    }

    /// The same with one file of that name under each message.
    static PastConversation attached(PastConversation bare, String name) {
        return bare.with(
                bare.messages().stream()
                        .map(message -> message.with(List.of(file(message.id(), name))))
                        .toList());
    }

    private static PastAttachment file(String message, String name) {
        return PastAttachment.of("of " + message, name, PastBytes.of(List.of(new byte[5])));
    }

    @Override
    public String attachment(PastAttachment attachment) {
        return attachment.name() + ", " + attachment.size();
    }

    @Override
    public String leftOut(int messages) {
        return messages + " left out";
    }
}
