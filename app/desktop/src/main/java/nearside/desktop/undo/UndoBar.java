package nearside.desktop.undo;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import nearside.desktop.words.Words;

import java.util.Optional;

/// Says what was done last and takes it back.
public final class UndoBar extends HBox {
    private final Words words;
    private final Label text = new Label();

    public UndoBar(Undo undo, Words words) {
        this.words = words;
        setId("undo-bar");
        getStyleClass().add("undo-bar");
        setAlignment(Pos.CENTER_LEFT);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button back = new Button(words.of("history.undo"));
        back.setId("undo");
        back.setAccessibleText(words.of("history.undo.name"));
        back.getStyleClass().add("link");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(_ -> undo.undo());
        getChildren().addAll(text, back);
        undo.last().subscribe(this::show);
    }

    private void show(Optional<Act> last) {
        last.ifPresent(act -> text.setText(words.of(act.key(), act.name())));
        setVisible(last.isPresent());
        setManaged(last.isPresent());
    }
}
