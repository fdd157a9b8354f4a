package nearside.desktop.trash;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.desktop.pace.Background;
import nearside.storage.ConversationId;
import nearside.storage.Conversations;
import nearside.storage.Deleted;
import nearside.storage.policy.Retention;

import java.util.List;

/// The deleted conversations: bringing them back, or removing them for good before their time.
/// Lives on the UI thread.
public final class TrashViewModel {
    private final Conversations conversations;
    private final Retention retention;
    private final Background background;
    private final Runnable onBroughtBack;
    private final ObservableList<TrashRow> rows = FXCollections.observableArrayList();

    /// @param retention says when they go by themselves
    /// @param onBroughtBack told when something came back
    public TrashViewModel(
            Conversations conversations,
            Retention retention,
            Background background,
            Runnable onBroughtBack) {
        this.conversations = conversations;
        this.retention = retention;
        this.background = background;
        this.onBroughtBack = onBroughtBack;
    }

    /// What was deleted last first.
    public ObservableList<TrashRow> rows() {
        return rows;
    }

    /// Reads the list anew.
    public void refresh() {
        background.ask(conversations::deleted, this::show);
    }

    public void bringBack(List<TrashRow> chosen) {
        background.tell(
                () -> ids(chosen).forEach(conversations::restore),
                () -> {
                    refresh();
                    onBroughtBack.run();
                });
    }

    /// Nothing brings these back: not even a copy of the database can be read any more.
    public void removeForGood(List<TrashRow> chosen) {
        background.tell(() -> conversations.remove(ids(chosen)), this::refresh);
    }

    private static List<ConversationId> ids(List<TrashRow> chosen) {
        return chosen.stream().map(row -> new ConversationId(row.id())).toList();
    }

    private void show(List<Deleted> deleted) {
        rows.setAll(deleted.stream().map(this::row).toList());
    }

    private TrashRow row(Deleted deleted) {
        return new TrashRow(
                deleted.conversation().id().value(),
                deleted.conversation().title(),
                deleted.at(),
                retention.goes(deleted.at(), deleted.conversation().changed()));
    }
}
