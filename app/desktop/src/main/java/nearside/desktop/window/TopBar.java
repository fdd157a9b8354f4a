package nearside.desktop.window;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import nearside.desktop.words.Words;
import nearside.desktop.writing.Side;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar on top: what is open, which model answers, and how the window looks.
final class TopBar extends HBox {
    /// What is left beside the menus is the title's: it is read in the list of conversations too.
    private static final double TITLE = 120;

    TopBar(ObservableStringValue title, Words words, Runnable toggleSidebar, Node... menus) {
        setId("top-bar");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Button sidebar = new Button("", new FontIcon(Feather.SIDEBAR));
        sidebar.setId("toggle-sidebar");
        sidebar.setAccessibleText(words.of("window.sidebar"));
        sidebar.getStyleClass().addAll("plain");
        sidebar.setOnAction(_ -> toggleSidebar.run());
        Label label = new Label();
        label.setId("title");
        label.getStyleClass().add("title");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(40);
        label.setPrefWidth(TITLE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> title.get().isEmpty() ? words.of("history.new") : title.get(),
                                title));
        label.textProperty().subscribe(text -> label.setNodeOrientation(Side.of(text)));
        getChildren().addAll(sidebar, label);
        getChildren().addAll(menus);
    }
}
