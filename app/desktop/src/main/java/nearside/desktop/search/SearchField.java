package nearside.desktop.search;

import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;

import nearside.desktop.words.Words;

/// Where a person types what to look for: Enter goes to the first place, Down to the list, Escape
/// leaves.
final class SearchField extends TextField {
    private final SearchViewModel search;
    private final Runnable toList;
    private final Runnable leave;

    SearchField(SearchViewModel search, Words words, Runnable toList, Runnable leave) {
        this.search = search;
        this.toList = toList;
        this.leave = leave;
        setId("search");
        getStyleClass().add("search");
        setPromptText(words.of("search.prompt"));
        setAccessibleText(words.of("search.name"));
        setAccessibleHelp(words.of("search.hint"));
        setTooltip(new Tooltip(words.of("search.hint")));
        textProperty().bindBidirectional(search.typed());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> act(event, search::openFirst);
            case DOWN -> act(event, toList);
            case ESCAPE -> act(event, leave);
            default -> {}
        }
    }

    private static void act(KeyEvent event, Runnable action) {
        event.consume();
        action.run();
    }
}
