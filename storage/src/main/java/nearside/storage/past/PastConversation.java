package nearside.storage.past;

import nearside.storage.text.WellFormed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// One whole conversation apart from any store: what is brought in and what is taken away. Equal
/// when it says the same.
///
/// @param messages a tree; a parent stands before its children
/// @param shown the end of the path through the tree that is shown
/// @param extra what another program kept of it and this one has no place for, as JSON
public record PastConversation(
        String id,
        Head head,
        Filing filing,
        List<PastMessage> messages,
        Optional<String> shown,
        Optional<String> extra) {

    public PastConversation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(head);
        Objects.requireNonNull(filing);
        messages = List.copyOf(messages);
        extra = extra.map(WellFormed::of);
        Set<String> known = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (PastMessage message : messages) {
            if (message.parent().isPresent() && !known.contains(message.parent().get())) {
                throw new IllegalArgumentException("a parent behind its child " + message.id());
            }
            if (!known.add(message.id())) {
                throw new IllegalArgumentException("twice " + message.id());
            }
            for (PastAttachment attachment : message.attachments()) {
                if (!files.add(attachment.id())) {
                    throw new IllegalArgumentException("twice " + attachment.id());
                }
            }
        }
        if (shown.isPresent() && !known.contains(shown.get())) {
            throw new IllegalArgumentException("no message " + shown.get());
        }
    }

    /// What a list shows of it.
    ///
    /// @param changed when its last message was begun
    public record Head(String title, Instant created, Instant changed) {
        public Head {
            title = WellFormed.of(title);
            PastTime.checked(created);
            PastTime.checked(changed);
        }
    }

    /// Where a person put it.
    ///
    /// @param pinned since when it is kept at the top
    public record Filing(Optional<String> folder, List<String> tags, Optional<Instant> pinned) {
        /// In no folder, without tags, not pinned.
        public static final Filing NONE = new Filing(Optional.empty(), List.of(), Optional.empty());

        public Filing {
            folder = folder.map(WellFormed::of);
            tags = tags.stream().map(WellFormed::of).distinct().toList();
            pinned.ifPresent(PastTime::checked);
        }
    }

    /// The same with these messages.
    public PastConversation with(List<PastMessage> messages) {
        return new PastConversation(id, head, filing, messages, shown, extra);
    }

    /// How many attachments cannot be read any more.
    public int lostAttachments() {
        return Math.toIntExact(
                messages.stream()
                        .flatMap(message -> message.attachments().stream())
                        .filter(attachment -> attachment.bytes().isEmpty())
                        .count());
    }

    /// The shown path, first message first.
    public List<PastMessage> path() {
        Map<String, PastMessage> all = new HashMap<>();
        messages.forEach(message -> all.put(message.id(), message));
        List<PastMessage> path = new ArrayList<>();
        Optional<PastMessage> at = shown.map(all::get);
        while (at.isPresent()) {
            path.add(at.get());
            at = at.get().parent().map(all::get);
        }
        return path.reversed();
    }
}
