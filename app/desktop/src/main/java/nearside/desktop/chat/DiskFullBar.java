package nearside.desktop.chat;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import nearside.desktop.words.Words;

/// Says over the composer that nothing can be saved; stands there as long as that is so.
final class DiskFullBar extends HBox {
    DiskFullBar(ObservableBooleanValue full, Words words) {
        setId("disk-full");
        getStyleClass().addAll("notice", "notice-danger");
        Label said = new Label(words.of("composer.full"));
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.getStyleClass().add("trouble-text");
        setAccessibleText(said.getText());
        getChildren().add(said);
        visibleProperty().bind(full);
        managedProperty().bind(full);
    }
}
