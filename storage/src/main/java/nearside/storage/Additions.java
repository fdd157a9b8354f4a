package nearside.storage;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastFate;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastTally;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a conversation brings that is not here yet. Pure.
///
/// @param base what is here of it
/// @param fresh messages that are not, parents first
/// @param files attachments that are not, also of messages that are
/// @param shown the new end of the shown path, when that only makes the path longer
record Additions(
        StoredMessages base,
        List<PastMessage> fresh,
        List<File> files,
        Optional<String> shown,
        PastTally.Messages count) {

    /// An attachment and the id of its message.
    record File(String message, PastAttachment attachment) {}

    static Additions of(PastConversation conversation, StoredMessages stored) {
        List<PastMessage> fresh =
                conversation.messages().stream()
                        .filter(message -> !stored.texts().containsKey(message.id()))
                        .toList();
        int known = conversation.messages().size() - fresh.size();
        return new Additions(
                stored,
                fresh,
                files(conversation, stored),
                conversation.shown().filter(_ -> continues(conversation, stored)),
                new PastTally.Messages(fresh.size(), known, different(conversation, stored)));
    }

    private static List<File> files(PastConversation conversation, StoredMessages stored) {
        return conversation.messages().stream()
                .flatMap(message ->
                        message.attachments().stream().map(it -> new File(message.id(), it)))
                .filter(file -> !stored.attachments().contains(file.attachment().id()))
                .filter(file -> file.attachment().bytes().isPresent())
                .toList();
    }

    PastFate fate() {
        return new PastFate(kind(), count);
    }

    private PastFate.Kind kind() {
        return switch (base.standing()) {
            case ABSENT -> PastFate.Kind.FRESH;
            case TRASH -> PastFate.Kind.BACK;
            case THERE ->
                    fresh.isEmpty() && files.isEmpty() ? PastFate.Kind.KNOWN : PastFate.Kind.GROWN;
        };
    }

    /// The path that is shown here leads on to the one that is shown there: whoever went another
    /// way here stays there.
    private static boolean continues(PastConversation conversation, StoredMessages stored) {
        return stored.leaf().isEmpty()
                || conversation.path().stream()
                        .anyMatch(message -> message.id().equals(stored.leaf().get()));
    }

    private static int different(PastConversation conversation, StoredMessages stored) {
        Map<String, String> texts = stored.texts();
        return Math.toIntExact(
                conversation.messages().stream()
                        .filter(message -> texts.containsKey(message.id()))
                        .filter(message -> !message.text().equals(texts.get(message.id())))
                        .count());
    }
}
