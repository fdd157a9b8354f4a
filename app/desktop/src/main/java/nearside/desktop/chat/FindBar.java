package nearside.desktop.chat;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import nearside.desktop.chat.FindViewModel.Found;
import nearside.desktop.theme.FocusBack;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a person types what to find in the open conversation.
final class FindBar extends HBox {
    private final FindViewModel find;
    private final Words words;
    private final Runnable onLeft;
    private final FocusBack back = new FocusBack();
    private final TextField field = new TextField();
    private final Label count = new Label();

    /// @param onLeft told when it is closed
    FindBar(FindViewModel find, Words words, Runnable onLeft) {
        this.find = find;
        this.words = words;
        this.onLeft = onLeft;
        setId("find");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("find");
        field.setId("find-field");
        field.setPromptText(words.of("find.prompt"));
        field.setAccessibleText(words.of("find.prompt"));
        field.textProperty().bindBidirectional(find.typed());
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setId("find-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("second");
        getChildren()
                .addAll(
                        field,
                        count,
                        button(
                                "find-before",
                                "find.before",
                                Feather.CHEVRON_UP,
                                () -> find.move(-1)),
                        button(
                                "find-after",
                                "find.after",
                                Feather.CHEVRON_DOWN,
                                () -> find.move(1)),
                        button("find-close", "find.close", Feather.X, this::leave));
        find.found().subscribe(this::tell);
        find.typed().subscribe(_ -> tell(find.found().get()));
        find.shown().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Button button(String id, String key, Feather icon, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setAccessibleText(words.of(key));
        button.getStyleClass().add("icon-only");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(boolean shown) {
        boolean was = isVisible();
        if (shown && !was) {
            back.remember(this);
        }
        Panel.show(this, shown);
        if (shown) {
            field.requestFocus();
            field.selectAll();
        } else if (was) {
            onLeft.run();
        }
    }

    private void tell(Found found) {
        boolean nothing = found.of() == 0 && !find.typed().get().isBlank();
        count.setText(
                nothing
                        ? words.of("find.none")
                        : found.of() == 0 ? "" : words.of("find.count", found.at(), found.of()));
        field.setAccessibleText(
                words.of("find.prompt")
                        + (count.getText().isEmpty() ? "" : ". " + count.getText()));
    }

    /// To where a person was.
    private void leave() {
        find.leave();
        back.giveBack(onLeft);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> find.move(event.isShiftDown() ? 1 : -1);
            case DOWN -> find.move(1);
            case UP -> find.move(-1);
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
