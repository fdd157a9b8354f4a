package nearside.desktop.theme;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import nearside.desktop.words.Words;

import java.util.function.Consumer;

/// What the panels have in common: lines of text and buttons, all by their ids.
public record Panel(Words words) {
    /// A line that wraps.
    public static Label text(String style, String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /// The same with a text in it.
    public Label text(String style, String id, String key) {
        Label label = text(style, id);
        label.setText(words.of(key));
        return label;
    }

    /// Gives a button its text and what it does.
    public Button button(Button button, String id, String key, Runnable action) {
        button.setId(id);
        button.setText(words.of(key));
        button.setAccessibleText(words.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Selected while that value is the one, and takes it when it becomes selected: by a click, or
    /// by an arrow, which does nothing else than to select.
    public static <T> void choose(
            RadioButton radio, ObservableValue<T> now, T value, Consumer<T> take) {
        now.subscribe(it -> radio.setSelected(value.equals(it)));
        radio.selectedProperty()
                .subscribe(selected -> {
                    if (selected && !value.equals(now.getValue())) {
                        take.accept(value);
                    }
                });
    }

    /// Buttons side by side.
    public static HBox actions(Button... buttons) {
        HBox actions = new HBox(buttons);
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("unlock-actions");
        return actions;
    }

    /// What is not shown takes no room.
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
