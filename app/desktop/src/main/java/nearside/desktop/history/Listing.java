package nearside.desktop.history;

import nearside.storage.Conversation;
import nearside.storage.ConversationId;
import nearside.storage.Label;
import nearside.storage.LabelId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All conversations, and what they are filed under, as they were read.
record Listing(
        List<Conversation> conversations,
        List<Label> folders,
        List<Label> tags,
        Map<ConversationId, Set<LabelId>> tagged) {
    static final Listing NOTHING = new Listing(List.of(), List.of(), List.of(), Map.of());

    Listing {
        conversations = List.copyOf(conversations);
        folders = List.copyOf(folders);
        tags = List.copyOf(tags);
        tagged = Map.copyOf(tagged);
    }

    /// Whether nothing is filed, and nothing put away.
    boolean isPlain() {
        return folders.isEmpty()
                && tags.isEmpty()
                && conversations.stream().allMatch(it -> it.shelf().archived().isEmpty());
    }

    List<Conversation> shown(Filter filter) {
        return conversations.stream().filter(it -> shows(filter, it)).toList();
    }

    private boolean shows(Filter filter, Conversation conversation) {
        Conversation.Shelf shelf = conversation.shelf();
        boolean away = shelf.archived().isPresent();
        return switch (filter) {
            case Filter.All() -> !away;
            case Filter.Archived() -> away;
            case Filter.InFolder(Label folder) ->
                    !away && shelf.folder().equals(Optional.of(folder.id()));
            case Filter.Tagged(Label tag) -> !away && tags(conversation.id()).contains(tag.id());
        };
    }

    Set<LabelId> tags(ConversationId id) {
        return tagged.getOrDefault(id, Set.of());
    }

    Optional<Conversation> find(String id) {
        return conversations.stream().filter(it -> it.id().value().equals(id)).findFirst();
    }
}
