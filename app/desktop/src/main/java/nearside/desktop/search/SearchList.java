package nearside.desktop.search;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

import nearside.desktop.words.Words;

import java.util.Optional;

/// The places where something was found: Enter or a click goes there, Escape leaves.
final class SearchList extends ListView<SearchItem> {
    private final SearchViewModel search;
    private final Runnable toField;
    private final Runnable leave;

    SearchList(SearchViewModel search, Words words, Runnable toField, Runnable leave) {
        super(search.items());
        this.search = search;
        this.toField = toField;
        this.leave = leave;
        setId("search-hits");
        setAccessibleText(words.of("search.results"));
        getStyleClass().addAll("history", "hits");
        setCellFactory(_ -> new SearchCell(search, words));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void enter() {
        if (!getItems().isEmpty()) {
            getSelectionModel().select(Math.max(0, getSelectionModel().getSelectedIndex()));
            requestFocus();
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> act(event, this::openSelected);
            case ESCAPE -> act(event, leave);
            case UP -> {
                if (getSelectionModel().getSelectedIndex() <= 0) {
                    act(event, toField);
                }
            }
            default -> {}
        }
    }

    private void openSelected() {
        Optional.ofNullable(getSelectionModel().getSelectedItem()).ifPresent(search::open);
    }

    private static void act(KeyEvent event, Runnable action) {
        event.consume();
        action.run();
    }
}
