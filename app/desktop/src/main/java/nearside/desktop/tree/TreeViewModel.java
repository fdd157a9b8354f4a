package nearside.desktop.tree;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.desktop.pace.Background;
import nearside.storage.ConversationId;
import nearside.storage.Conversations;
import nearside.storage.Message;
import nearside.storage.MessageId;
import nearside.storage.Ways;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// All ways of the open conversation. Lives on the UI thread.
public final class TreeViewModel {
    private final Ways ways;
    private final Conversations conversations;
    private final Background background;
    private final Supplier<Optional<ConversationId>> open;
    private final Consumer<MessageId> show;
    private final ObservableList<TreeRow> rows = FXCollections.observableArrayList();

    /// Over the open conversation.
    ///
    /// @param show shows the way to a message
    public TreeViewModel(
            Ways ways,
            Conversations conversations,
            Background background,
            Supplier<Optional<ConversationId>> open,
            Consumer<MessageId> show) {
        this.ways = ways;
        this.conversations = conversations;
        this.background = background;
        this.open = open;
        this.show = show;
    }

    /// Reads them anew.
    public void refresh() {
        rows.clear();
        open.get().ifPresent(id -> background.ask(() -> read(id), rows::setAll));
    }

    ObservableList<TreeRow> rows() {
        return rows;
    }

    void choose(TreeRow row) {
        show.accept(row.id());
    }

    private List<TreeRow> read(ConversationId id) {
        Set<MessageId> shown =
                conversations.messages(id).stream().map(Message::id).collect(Collectors.toSet());
        return TreeRows.of(ways.tree(id), shown);
    }
}
