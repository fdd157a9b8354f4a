package nearside.desktop.history;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import nearside.desktop.words.Words;

import java.util.Optional;

/// Says what was deleted and takes it back.
final class UndoBar extends HBox {
    private final Words words;
    private final Label text = new Label();

    UndoBar(HistoryViewModel history, Words words) {
        this.words = words;
        setId("undo-bar");
        getStyleClass().add("undo-bar");
        setAlignment(Pos.CENTER_LEFT);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button undo = new Button(words.of("history.undo"));
        undo.setId("undo");
        undo.setAccessibleText(words.of("history.undo.name"));
        undo.getStyleClass().add("link");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(_ -> history.undo());
        getChildren().addAll(text, undo);
        history.deleted().subscribe(this::show);
    }

    private void show(Optional<HistoryItem> deleted) {
        deleted.ifPresent(item -> text.setText(words.of("history.deleted", item.title())));
        setVisible(deleted.isPresent());
        setManaged(deleted.isPresent());
    }
}
