package nearside.desktop.history;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.desktop.pace.Background;
import nearside.desktop.undo.Act;
import nearside.desktop.undo.Undo;
import nearside.storage.Conversation;
import nearside.storage.ConversationId;
import nearside.storage.Conversations;
import nearside.storage.Folders;
import nearside.storage.Label;
import nearside.storage.MessageId;
import nearside.storage.Profile;
import nearside.storage.Tags;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Consumer;

/// The conversations of a person, newest first; which one is open; renaming and deleting. Lives on
/// the UI thread.
public final class HistoryViewModel {
    private final Shelves shelves;
    private final Conversations conversations;
    private final Filing filing;
    private final ReadOnlyObjectWrapper<Filter> filter =
            new ReadOnlyObjectWrapper<>(new Filter.All());
    private final ReadOnlyBooleanWrapper filed = new ReadOnlyBooleanWrapper(false);
    private Listing listing = Listing.NOTHING;
    private Consumer<Naming> onNaming = _ -> {};
    private final Background background;
    private final Undo undo;
    private final Clock clock;
    private final ObservableList<HistoryItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<String>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper openTitle = new ReadOnlyStringWrapper("");
    private Consumer<Optional<ConversationId>> onOpen = _ -> {};
    private Consumer<HistoryItem> onExport = _ -> {};
    private Consumer<HistoryItem> onPrint = _ -> {};

    public HistoryViewModel(Shelves shelves, Background background, Undo undo, Clock clock) {
        this.shelves = shelves;
        this.conversations = shelves.conversations();
        this.filing =
                new Filing(
                        shelves.folders(),
                        shelves.tags(),
                        background,
                        () -> listing,
                        this::refresh);
        this.background = background;
        this.undo = undo;
        this.clock = clock;
    }

    /// Conversations, and what they are filed under.
    public record Shelves(Conversations conversations, Folders folders, Tags tags) {
        public static Shelves of(Profile profile) {
            return new Shelves(profile.conversations(), profile.folders(), profile.tags());
        }
    }

    /// Folders and tags.
    Filing filing() {
        return filing;
    }

    /// Which conversations are shown.
    ReadOnlyObjectProperty<Filter> filter() {
        return filter.getReadOnlyProperty();
    }

    /// Whether anything is filed or put away.
    ReadOnlyBooleanProperty filed() {
        return filed.getReadOnlyProperty();
    }

    /// Told of something that a person is to name.
    public void onNaming(Consumer<Naming> listener) {
        onNaming = listener;
    }

    void name(Naming naming) {
        onNaming.accept(naming);
    }

    void show(Filter next) {
        filter.set(next);
        fill();
    }

    public ObservableList<HistoryItem> items() {
        return items;
    }

    /// The open conversation; empty for one that is not begun.
    public ReadOnlyObjectProperty<Optional<String>> open() {
        return open.getReadOnlyProperty();
    }

    /// The title of the open conversation; empty for one that is not begun.
    public ReadOnlyStringProperty openTitle() {
        return openTitle.getReadOnlyProperty();
    }

    /// Told when another conversation is chosen here.
    public void onOpen(Consumer<Optional<ConversationId>> listener) {
        onOpen = listener;
    }

    /// Reads the list anew.
    public void refresh() {
        background.ask(
                () ->
                        new Listing(
                                conversations.list(),
                                shelves.folders().list(),
                                shelves.tags().list(),
                                shelves.tags().all()),
                this::shown);
    }

    /// A conversation was begun or went on elsewhere in the window; it is open if it was being
    /// looked at.
    public void begun(ConversationId conversation, Optional<ConversationId> lookedAt) {
        if (lookedAt.equals(Optional.of(conversation))) {
            open.set(Optional.of(conversation.value()));
        }
        refresh();
    }

    /// Opens that conversation where that message of it is kept here.
    ///
    /// @param then goes on in it
    /// @param missing told that it is not
    public void find(ConversationId id, MessageId message, Runnable then, Runnable missing) {
        background.ask(
                () -> conversations.holds(id, message),
                found -> {
                    if (found) {
                        open(id.value());
                        then.run();
                    } else {
                        missing.run();
                    }
                });
    }

    public void open(String id) {
        if (!open.get().equals(Optional.of(id))) {
            open.set(Optional.of(id));
            titled();
            onOpen.accept(Optional.of(new ConversationId(id)));
        }
    }

    public void startNew() {
        open.set(Optional.empty());
        titled();
        onOpen.accept(Optional.empty());
    }

    /// A blank title changes nothing.
    public void rename(String id, String title) {
        String line = title.strip().replaceAll("\\s+", " ");
        if (!line.isEmpty()) {
            background.tell(
                    () -> conversations.rename(new ConversationId(id), line), this::refresh);
        }
    }

    /// Puts it to the head of the list, or where its time puts it.
    public void pin(HistoryItem item) {
        ConversationId id = new ConversationId(item.id());
        background.tell(
                () -> {
                    switch (item.pin()) {
                        case LOOSE -> conversations.pin(id);
                        case PINNED -> conversations.unpin(id);
                    }
                },
                this::refresh);
    }

    /// Told when a person wants a conversation as a file.
    public void onExport(Consumer<HistoryItem> listener) {
        onExport = listener;
    }

    public void export(HistoryItem item) {
        onExport.accept(item);
    }

    /// Told when a person wants a conversation on paper.
    public void onPrint(Consumer<HistoryItem> listener) {
        onPrint = listener;
    }

    void print(HistoryItem item) {
        onPrint.accept(item);
    }

    /// Deletes; it can be taken back.
    public void delete(HistoryItem item) {
        ConversationId id = new ConversationId(item.id());
        undo.perform(
                new Act(
                        "history.deleted",
                        item.title(),
                        () -> background.tell(() -> conversations.restore(id), this::refresh),
                        () -> away(item, () -> conversations.delete(id))));
    }

    /// Puts it away, or brings it back; that can be taken back.
    public void archive(HistoryItem item) {
        ConversationId id = new ConversationId(item.id());
        Runnable away = () -> away(item, () -> conversations.archive(id));
        Runnable back = () -> background.tell(() -> conversations.unarchive(id), this::refresh);
        boolean isAway = filter.get() instanceof Filter.Archived;
        undo.perform(
                isAway
                        ? new Act("history.unarchived", item.title(), away, back)
                        : new Act("history.archived", item.title(), back, away));
    }

    private void away(HistoryItem item, Runnable action) {
        background.tell(action, this::refresh);
        items.remove(item);
        if (open.get().equals(Optional.of(item.id()))) {
            startNew();
        }
    }

    /// A folder or a tag that is gone is looked at no longer.
    private void shown(Listing read) {
        listing = read;
        boolean there =
                switch (filter.get()) {
                    case Filter.All() -> true;
                    case Filter.Archived() -> true;
                    case Filter.InFolder(Label folder) -> read.folders().contains(folder);
                    case Filter.Tagged(Label tag) -> read.tags().contains(tag);
                };
        if (!there) {
            filter.set(new Filter.All());
        }
        fill();
    }

    private void fill() {
        filed.set(!listing.isPlain() || !(filter.get() instanceof Filter.All));
        items.setAll(new Ages(ZonedDateTime.now(clock)).group(listing.shown(filter.get())));
        titled();
    }

    private void titled() {
        openTitle.set(
                open.get().flatMap(id -> listing.find(id)).map(Conversation::title).orElse(""));
    }
}
