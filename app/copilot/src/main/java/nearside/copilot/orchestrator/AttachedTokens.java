package nearside.copilot.orchestrator;

import nearside.storage.Attachment;
import nearside.storage.AttachmentId;
import nearside.storage.Attachments;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many tokens files have, estimated. Each is read once: what is attached never changes.
final class AttachedTokens {
    private final Map<AttachmentId, Integer> known = new ConcurrentHashMap<>();

    int of(List<Attachment> files, Attachments attachments) {
        return files.stream()
                .mapToInt(file -> known.computeIfAbsent(file.id(), _ -> read(file, attachments)))
                .sum();
    }

    /// What is no text is not read by a model.
    private static int read(Attachment file, Attachments attachments) {
        return attachments
                .bytes(file.id())
                .flatMap(bytes -> AttachedText.of(file.name(), bytes))
                .map(text -> TokenCount.estimate(text.text()))
                .orElse(0);
    }
}
