package nearside.desktop.history;

import nearside.desktop.pace.Background;
import nearside.storage.Conversation;
import nearside.storage.ConversationId;
import nearside.storage.Folders;
import nearside.storage.Label;
import nearside.storage.LabelId;
import nearside.storage.Tags;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Files conversations under folders and tags. Lives on the UI thread.
public final class Filing {
    private final Folders folders;
    private final Tags tags;
    private final Background background;
    private final Supplier<Listing> listing;
    private final Runnable refresh;

    Filing(
            Folders folders,
            Tags tags,
            Background background,
            Supplier<Listing> listing,
            Runnable refresh) {
        this.folders = folders;
        this.tags = tags;
        this.background = background;
        this.listing = listing;
        this.refresh = refresh;
    }

    List<Label> folders() {
        return listing.get().folders();
    }

    List<Label> tags() {
        return listing.get().tags();
    }

    /// The folder of a conversation; empty for none.
    Optional<LabelId> folder(HistoryItem item) {
        return listing.get().find(item.id()).map(Conversation::shelf).flatMap(it -> it.folder());
    }

    boolean hasTag(HistoryItem item, Label tag) {
        return listing.get().tags(new ConversationId(item.id())).contains(tag.id());
    }

    /// Puts it into a folder, or into none.
    void put(HistoryItem item, Optional<Label> folder) {
        ConversationId id = new ConversationId(item.id());
        background.tell(() -> folders.put(id, folder.map(Label::id)), refresh);
    }

    /// Puts it into the folder of that name, which is made when there is none. Without a name
    /// nothing is done.
    void putInto(HistoryItem item, String name) {
        ConversationId id = new ConversationId(item.id());
        if (!name.isBlank()) {
            background.tell(() -> folders.put(id, Optional.of(folders.make(name).id())), refresh);
        }
    }

    /// Gives it the tag of that name, which is made when there is none. Without a name nothing is
    /// done.
    void tag(HistoryItem item, String name) {
        ConversationId id = new ConversationId(item.id());
        if (!name.isBlank()) {
            background.tell(() -> tags.add(id, name), refresh);
        }
    }

    void untag(HistoryItem item, Label tag) {
        ConversationId id = new ConversationId(item.id());
        background.tell(() -> tags.takeFrom(id, tag.id()), refresh);
    }

    /// Its conversations stay.
    void removeFolder(Label folder) {
        background.tell(() -> folders.remove(folder.id()), refresh);
    }

    void removeTag(Label tag) {
        background.tell(() -> tags.remove(tag.id()), refresh);
    }
}
