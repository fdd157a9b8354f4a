package nearside.desktop.history;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.desktop.pace.Background;
import nearside.storage.ConversationId;
import nearside.storage.Conversations;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The conversations of a person, newest first; which one is open; renaming, deleting and taking
/// that back. Lives on the UI thread.
public final class HistoryViewModel {
    static final Duration UNDO_TIME = Duration.ofSeconds(10);

    private final Conversations conversations;
    private final Background background;
    private final Clock clock;
    private final ObservableList<HistoryItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<String>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper openTitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<HistoryItem>> deleted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<Optional<ConversationId>> onOpen = _ -> {};
    private Consumer<HistoryItem> onExport = _ -> {};
    private Runnable forget = () -> {};

    public HistoryViewModel(Conversations conversations, Background background, Clock clock) {
        this.conversations = conversations;
        this.background = background;
        this.clock = clock;
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

    /// What was deleted last and can still be brought back.
    public ReadOnlyObjectProperty<Optional<HistoryItem>> deleted() {
        return deleted.getReadOnlyProperty();
    }

    /// Told when another conversation is chosen here.
    public void onOpen(Consumer<Optional<ConversationId>> listener) {
        onOpen = listener;
    }

    /// Reads the list anew.
    public void refresh() {
        background.ask(conversations::list, this::shown);
    }

    /// A conversation was begun or went on elsewhere in the window; it is open if it was being
    /// looked at.
    public void begun(ConversationId conversation, Optional<ConversationId> lookedAt) {
        if (lookedAt.equals(Optional.of(conversation))) {
            open.set(Optional.of(conversation.value()));
        }
        refresh();
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

    /// Deletes; for ten seconds it can be taken back.
    public void delete(HistoryItem item) {
        background.tell(() -> conversations.delete(new ConversationId(item.id())), this::refresh);
        items.remove(item);
        deleted.set(Optional.of(item));
        forget.run();
        forget = background.ui().after(UNDO_TIME, () -> deleted.set(Optional.empty()));
        if (open.get().equals(Optional.of(item.id()))) {
            startNew();
        }
    }

    /// Brings back what was deleted last.
    public void undo() {
        deleted.get()
                .ifPresent(item -> {
                    deleted.set(Optional.empty());
                    background.tell(
                            () -> conversations.restore(new ConversationId(item.id())),
                            this::refresh);
                });
    }

    private void shown(List<nearside.storage.Conversation> list) {
        items.setAll(new Ages(ZonedDateTime.now(clock)).group(list));
        titled();
    }

    private void titled() {
        openTitle.set(
                items.stream()
                        .filter(item -> open.get().equals(Optional.of(item.id())))
                        .map(HistoryItem::title)
                        .findFirst()
                        .orElse(""));
    }
}
