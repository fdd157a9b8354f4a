package nearside.desktop.history;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// Asks for a name.
public final class NameView extends VBox {
    private final Naming naming;
    private final TextField name = new TextField();

    public NameView(Naming naming, Words words) {
        this.naming = naming;
        setId("name");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        name.setId("name-field");
        name.setAccessibleText(words.of(naming.key()));
        Button take = panel.button(new Button(), "name-take", "history.name.take", this::take);
        take.setDefaultButton(true);
        take.getStyleClass().add("send");
        take.disableProperty().bind(name.textProperty().map(String::isBlank));
        getChildren()
                .addAll(
                        panel.text("trouble-title", "name-title", naming.key()),
                        name,
                        Panel.actions(take));
    }

    private void take() {
        getScene().getWindow().hide();
        naming.named().accept(name.getText());
    }
}
