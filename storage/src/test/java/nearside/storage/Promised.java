package nearside.storage;

import nearside.storage.Message.State;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a writing child said was committed, and whether a profile keeps it.
final class Promised {
    private final Set<ConversationId> conversations = new LinkedHashSet<>();
    private final Map<MessageId, String> replies = new LinkedHashMap<>();
    private final Set<MessageId> finished = new LinkedHashSet<>();

    void hear(String line) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "begun" -> {
                conversations.add(new ConversationId(words[1]));
                replies.put(new MessageId(words[2]), "");
            }
            case "piece" -> replies.merge(new MessageId(words[1]), words[2] + " ", String::concat);
            case "finished" -> finished.add(new MessageId(words[1]));
            default -> throw new AssertionError(line);
        }
    }

    int replies() {
        return replies.size();
    }

    /// Everything that is missing, in words; empty when all promises are kept.
    List<String> broken(Conversations kept) {
        Map<MessageId, Message> found =
                conversations.stream()
                        .flatMap(id -> kept.messages(id).stream())
                        .collect(Collectors.toMap(Message::id, it -> it));
        List<String> broken = new ArrayList<>();
        replies.forEach((id, text) ->
                broken(Optional.ofNullable(found.get(id)), id, text).ifPresent(broken::add));
        return broken;
    }

    private Optional<String> broken(Optional<Message> found, MessageId id, String text) {
        if (found.isEmpty()) {
            return Optional.of("missing reply " + id.value());
        }
        Message reply = found.get();
        if (!reply.text().startsWith(text)) {
            return Optional.of("promised \"" + text + "\" but kept \"" + reply.text() + "\"");
        }
        boolean open = reply.state() == State.WRITING;
        boolean cut = finished.contains(id) && reply.state() != State.DONE;
        return open || cut ? Optional.of("state " + reply.state()) : Optional.empty();
    }
}
