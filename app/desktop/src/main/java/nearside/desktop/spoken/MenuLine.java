package nearside.desktop.spoken;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// What stands in a line of a menu instead of its text: a name and, smaller, what it means. Is read
/// out whole.
public final class MenuLine extends VBox {
    public MenuLine(String name) {
        super(new Label(name));
        setAccessibleText(name);
        parentProperty().subscribe(this::speak);
    }

    public MenuLine(String name, String meaning) {
        this(name);
        Label second = new Label(meaning);
        second.getStyleClass().add("menu-second");
        getChildren().add(second);
        setAccessibleText(name + ", " + meaning);
    }

    /// A menu asks the pane that it puts around this one for what is in it, and that does not know.
    private void speak(@Nullable Parent around) {
        if (around != null) {
            around.setAccessibleText(getAccessibleText());
        }
    }
}
