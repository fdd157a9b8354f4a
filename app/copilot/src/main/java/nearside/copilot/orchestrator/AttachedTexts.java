package nearside.copilot.orchestrator;

import nearside.storage.Attachment;
import nearside.storage.Attachments;
import nearside.storage.ConversationId;
import nearside.storage.Message;
import nearside.storage.MessageId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model reads of the messages of one conversation: their texts, with the files that go with
/// them. Reads each file once.
final class AttachedTexts {
    private final Attachments attachments;
    private final Map<MessageId, List<Attachment>> files;
    private final Map<MessageId, String> read = new HashMap<>();

    AttachedTexts(Attachments attachments, ConversationId conversation) {
        this.attachments = attachments;
        this.files = attachments.in(conversation);
    }

    String of(Message message) {
        return files.containsKey(message.id())
                ? read.computeIfAbsent(message.id(), id -> with(message, id))
                : History.text(message);
    }

    /// What is no text, or cannot be read any more, is not read by a model.
    private String with(Message message, MessageId id) {
        List<AttachedText> texts =
                files.getOrDefault(id, List.of()).stream()
                        .map(this::text)
                        .flatMap(Optional::stream)
                        .toList();
        return AttachedText.before(History.text(message), texts);
    }

    private Optional<AttachedText> text(Attachment file) {
        return attachments.bytes(file.id()).flatMap(bytes -> AttachedText.of(file.name(), bytes));
    }
}
