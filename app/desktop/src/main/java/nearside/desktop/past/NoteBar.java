package nearside.desktop.past;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Says what became of an export.
public final class NoteBar extends HBox {
    public NoteBar(ExportViewModel export) {
        setId("note-bar");
        getStyleClass().add("undo-bar");
        Label text = new Label();
        text.setWrapText(true);
        text.textProperty().bind(export.said());
        getChildren().add(text);
        visibleProperty().bind(export.said().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
