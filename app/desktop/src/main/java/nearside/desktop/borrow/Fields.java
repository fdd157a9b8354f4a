package nearside.desktop.borrow;

import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

import nearside.desktop.theme.Names;
import nearside.desktop.words.Words;

import java.util.function.Function;

/// Makes the fields of a form, each by its id and with its name.
record Fields(Words words) {
    TextField text(String id, String key, StringProperty property) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(words.of(key));
        field.textProperty().bindBidirectional(property);
        return field;
    }

    <T> ComboBox<T> choice(String id, String key, Function<T, String> name, T[] values) {
        ComboBox<T> choice = new ComboBox<>(FXCollections.observableArrayList(values));
        choice.setId(id);
        choice.setAccessibleText(words.of(key));
        choice.setConverter(new Names<>(name));
        return choice;
    }

    /// What stands behind a number.
    Label unit(String key) {
        Label unit = new Label(words.of(key));
        unit.getStyleClass().add("second");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        return unit;
    }
}
