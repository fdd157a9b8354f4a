package nearside.storage.past.page;

import static java.util.stream.Collectors.joining;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage;

import java.util.stream.Stream;

/// The lines above a conversation and above each of its messages.
public record Heading(PageWords words) {
    private static final String BETWEEN = " · ";

    /// From when to when it was held.
    public String of(PastConversation conversation) {
        return Stream.of(conversation.head().created(), conversation.head().changed())
                .map(words::time)
                .distinct()
                .collect(joining(" – "));
    }

    /// Who, when, by which model, and how it ended.
    public String of(PastMessage message) {
        return Stream.of(
                        words.speaker(message.head().speaker()),
                        words.time(message.head().begun()),
                        message.making().model().orElse(""),
                        words.ending(message.head().state()))
                .filter(part -> !part.isBlank())
                .collect(joining(BETWEEN));
    }

    /// What is said when the page does not hold all messages.
    public String leftOut(PastConversation conversation) {
        int others = conversation.messages().size() - conversation.path().size();
        return others == 0 ? "" : words.leftOut(others);
    }
}
