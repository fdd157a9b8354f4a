package nearside.desktop.history;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

import nearside.desktop.theme.Missing;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.Optional;

/// The list of conversations: arrows move and open, F2 renames, Delete deletes.
final class HistoryList extends ListView<HistoryItem> {
    private final HistoryViewModel history;
    private boolean following;

    /// @param bringIn brings conversations of other programs in
    HistoryList(HistoryViewModel history, Words words, Runnable bringIn) {
        super(history.items());
        this.history = history;
        setId("history");
        setAccessibleText(words.of("history.name"));
        getStyleClass().add("history");
        setEditable(false);
        setOnEditCancel(_ -> setEditable(false));
        Panel panel = new Panel(words);
        history.filter()
                .subscribe(filter ->
                        setPlaceholder(
                                filter instanceof Filter.All
                                        ? new Missing(
                                                panel,
                                                "history-none",
                                                "history.none",
                                                "settings.past",
                                                bringIn)
                                        : new Missing(
                                                panel,
                                                "history-none-here",
                                                "history.none.here",
                                                "filter.all",
                                                () -> history.show(new Filter.All()))));
        setCellFactory(_ -> new HistoryCell(history, words));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        getSelectionModel().selectedItemProperty().subscribe(this::selected);
        history.open().subscribe(_ -> follow());
        history.items().addListener((ListChangeListener<HistoryItem>) _ -> follow());
    }

    /// Opens the field in that row. Editable only while it is open: else a click on the open
    /// conversation would open it, too.
    void rename(int row) {
        setEditable(true);
        edit(row);
    }

    private void selected(HistoryItem item) {

        if (!following && item != null) {
            history.open(item.id());
        }
    }

    /// Marks what is open, without opening it again.
    private void follow() {
        following = true;
        Optional<String> open = history.open().get();
        getItems().stream()
                .filter(item -> open.equals(Optional.of(item.id())))
                .findFirst()
                .ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::clearSelection);
        following = false;
    }

    private void pressed(KeyEvent event) {
        Optional.ofNullable(getSelectionModel().getSelectedItem())
                .ifPresent(item -> {
                    switch (event.getCode()) {
                        case F2 -> rename(getSelectionModel().getSelectedIndex());
                        case DELETE, BACK_SPACE -> history.delete(item);
                        default -> {}
                    }
                });
    }
}
