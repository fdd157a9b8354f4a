package nearside.desktop.theme;

import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// One of several values, each by its name.
public final class Choice<T> extends ComboBox<T> {
    private boolean following;

    /// @param now what is chosen, whoever chose it
    /// @param choose told what a person chooses here
    public Choice(
            String id,
            List<T> values,
            Function<T, String> name,
            ObservableValue<T> now,
            Consumer<T> choose) {
        super(FXCollections.observableArrayList(values));
        setId(id);
        getStyleClass().add("choice");
        setConverter(new Names<>(name));
        now.subscribe(value -> {
            following = true;
            setValue(value);
            following = false;
        });
        valueProperty()
                .subscribe((_, value) -> {
                    if (!following && value != null) {
                        choose.accept(value);
                    }
                });
    }
}
