package nearside.desktop.switcher;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.FocusBack;
import nearside.desktop.theme.Missing;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// A field over the window, and below it what answers to what is typed.
public final class SwitcherView extends StackPane {
    private final SwitcherViewModel switcher;
    private final Words words;
    private final Runnable onLeft;
    private final FocusBack back = new FocusBack();
    private final TextField field = new TextField();
    private final ListView<SwitchItem> list;

    /// @param onLeft told when it is closed
    public SwitcherView(SwitcherViewModel switcher, Words words, Runnable onLeft) {
        this.switcher = switcher;
        this.words = words;
        this.onLeft = onLeft;
        setId("switcher");
        getStyleClass().add("switcher");
        setAlignment(Pos.TOP_CENTER);
        field.setId("switcher-field");
        field.setPromptText(words.of("switcher.prompt"));
        field.setAccessibleText(words.of("switcher.prompt"));
        field.textProperty().bindBidirectional(switcher.typed());
        list = new ListView<>(switcher.found());
        list.setId("switcher-list");
        list.setAccessibleText(words.of("switcher.list"));
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(
                new Missing(
                        new Panel(words),
                        "switcher-none",
                        "switcher.none",
                        "switcher.all",
                        field::clear));
        VBox card = new VBox(field, list);
        card.getStyleClass().add("switcher-card");
        getChildren().add(card);
        switcher.at().subscribe(_ -> choose());
        switcher.found().subscribe(this::choose);
        switcher.open().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> clicked(event, card));
    }

    private void show(boolean open) {
        boolean was = isVisible();
        if (open && !was) {
            back.remember(this);
        }
        Panel.show(this, open);
        if (open) {
            field.requestFocus();
        } else if (was) {
            onLeft.run();
        }
    }

    private void choose() {
        if (switcher.found().isEmpty()) {
            list.getSelectionModel().clearSelection();
            list.setAccessibleText(words.of("switcher.none"));
            return;
        }
        int at = switcher.at().get();
        list.getSelectionModel().clearAndSelect(at);
        list.scrollTo(at);
        list.setAccessibleText(switcher.found().get(at).title());
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> switcher.move(1);
            case UP -> switcher.move(-1);
            case ENTER -> switcher.take();
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// To where a person was: nothing was gone to.
    private void leave() {
        switcher.leave();
        back.giveBack(onLeft);
    }

    /// Beside the card it is left.
    private void clicked(MouseEvent event, Region card) {
        if (!card.getBoundsInParent().contains(event.getX(), event.getY())) {
            leave();
        }
    }

    /// A line: what it is called, and what it is.
    private final class Cell extends ListCell<SwitchItem> {
        @Override
        protected void updateItem(SwitchItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label title = new Label(item.title());
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            Label kind = new Label(kind(item.kind()));
            kind.getStyleClass().add("second");
            kind.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(title, kind);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setPrefWidth(0);
            setAccessibleText(item.title() + ", " + kind.getText());
            setOnMouseClicked(_ -> switcher.take(item));
        }
    }

    private String kind(SwitchItem.Kind kind) {
        return switch (kind) {
            case CONVERSATION -> words.of("switcher.conversation");
            case COMMAND -> words.of("switcher.command");
            case PROMPT -> words.of("switcher.prompt-kind");
        };
    }
}
