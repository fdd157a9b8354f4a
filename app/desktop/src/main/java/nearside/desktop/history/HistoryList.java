package nearside.desktop.history;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import nearside.desktop.theme.LineKeys;
import nearside.desktop.theme.Missing;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.Optional;
import java.util.stream.Stream;

/// The list of conversations: arrows move and open, F2 renames, Delete deletes.
final class HistoryList extends ListView<HistoryItem> {
    private static final KeyCombination MENU = new KeyCodeCombination(KeyCode.CONTEXT_MENU);
    private static final KeyCombination MENU_ELSE =
            new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

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
        LineKeys.listenIn(this);
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

    /// The toolkit asks only the list for a menu, not the line that is marked in it.
    private void openMenu() {
        scrollTo(getSelectionModel().getSelectedIndex());
        layout();
        lookupAll(".list-cell").stream()
                .flatMap(cell ->
                        cell instanceof HistoryCell found ? Stream.of(found) : Stream.empty())
                .filter(cell -> cell.isSelected() && !cell.isEmpty())
                .findFirst()
                .ifPresent(HistoryCell::openMenu);
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
        if (MENU.match(event) || MENU_ELSE.match(event)) {
            openMenu();
            event.consume();
            return;
        }
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
