package nearside.desktop.chat;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

import nearside.desktop.switcher.SwitchItem;
import nearside.desktop.switcher.SwitcherViewModel;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// What a slash at the beginning offers, above the field: prompts and commands, by a few letters.
final class SlashList extends ListView<SwitchItem> {
    private static final int MOST_ROWS = 7;
    private static final String SLASH = "/";

    private final SwitcherViewModel slash;
    private final ComposerArea area;

    SlashList(SwitcherViewModel slash, ComposerArea area, Words words) {
        super(slash.found());
        this.slash = slash;
        this.area = area;
        setId("slash-list");
        setAccessibleText(words.of("slash.list"));
        setFocusTraversable(false);
        setCellFactory(_ -> new Cell());
        getStyleClass().add("slash-list");
        slash.found().subscribe(this::fit);
        slash.open().subscribe(_ -> fit());
        slash.at().subscribe(_ -> choose());
        fixedCellSizeProperty().subscribe(_ -> fit());
        area.textProperty().subscribe(this::typed);
        area.focusedProperty().subscribe(focused -> leaveUnless(focused));
    }

    private void typed(String text) {
        boolean command = text.startsWith(SLASH) && text.indexOf('\n') < 0;
        if (command && !slash.open().get() && text.equals(SLASH)) {
            slash.begin();
        } else if (!command) {
            slash.leave();
        }
        if (slash.open().get()) {
            slash.typed().set(text.substring(SLASH.length()));
        }
    }

    private void leaveUnless(boolean focused) {
        if (!focused) {
            slash.leave();
        }
    }

    private void fit() {
        int rows = Math.min(MOST_ROWS, slash.found().size());
        setPrefHeight(rows * getFixedCellSize() + 2);
        setMinHeight(rows * getFixedCellSize() + 2);
        Panel.show(this, slash.open().get() && rows > 0);
        choose();
    }

    private void choose() {
        if (!slash.found().isEmpty()) {
            int at = slash.at().get();
            getSelectionModel().clearAndSelect(at);
            scrollTo(at);
            setAccessibleText(slash.found().get(at).title());
        }
    }

    /// What is pressed goes to it before it goes to the field. While nothing answers to what is
    /// typed, it is a text like any other.
    void pressed(KeyEvent event) {
        if (!slash.open().get() || slash.found().isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> slash.move(1);
            case UP -> slash.move(-1);
            case ENTER, TAB -> take(slash.found().get(slash.at().get()));
            case ESCAPE -> slash.leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// What was typed has done what it was for.
    private void take(SwitchItem item) {
        area.clear();
        slash.take(item);
    }

    private final class Cell extends ListCell<SwitchItem> {
        @Override
        protected void updateItem(SwitchItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.title());
            setAccessibleText(getText());
            setOnMouseClicked(_ -> {
                if (item != null) {
                    take(item);
                }
            });
        }
    }
}
