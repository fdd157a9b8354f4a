package nearside.desktop.history;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.words.Words;

/// The left side: the name of the program, a new conversation, the earlier ones, the device.
public final class SidebarView extends VBox {
    /// What stands around the list of conversations.
    ///
    /// @param mark the drawn mark of the program
    /// @param field where a person types what to look for
    /// @param results takes the place of the list while it is seen
    /// @param bringIn brings conversations of other programs in
    /// @param undoBar says what was taken away and takes it back
    /// @param notes says what became of something
    /// @param foot what stands at the foot
    public record Around(
            Node mark,
            Node field,
            Region results,
            Runnable bringIn,
            Node undoBar,
            Node notes,
            Node foot) {}

    public SidebarView(HistoryViewModel history, Words words, Around around) {
        setId("sidebar");
        getStyleClass().add("sidebar");
        Label name = new Label(words.of("brand"));
        name.getStyleClass().add("brand-name");
        HBox brand = new HBox(around.mark(), name);
        brand.setAlignment(Pos.CENTER_LEFT);
        brand.getStyleClass().add("brand");
        HistoryList list = new HistoryList(history, words, around.bringIn());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(around.results(), Priority.ALWAYS);
        around.results().visibleProperty().subscribe(seen -> show(list, seen));
        getChildren()
                .addAll(
                        brand,
                        startNew(history, words),
                        around.field(),
                        new FilterMenu(history, words),
                        list,
                        around.results(),
                        around.undoBar(),
                        around.notes(),
                        around.foot());
    }

    private static void show(HistoryList list, Boolean resultsAreSeen) {
        list.setVisible(!resultsAreSeen);
        list.setManaged(!resultsAreSeen);
    }

    private static Button startNew(HistoryViewModel history, Words words) {
        Label label = new Label(words.of("history.new"));
        Label keys = new Label(shortcut(words));
        keys.getStyleClass().add("keys");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(label, space, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(line);
        button.setId("new-conversation");
        button.setAccessibleText(words.of("history.new"));
        button.getStyleClass().add("new-conversation");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(USE_PREF_SIZE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setOnAction(_ -> history.startNew());
        return button;
    }

    private static String shortcut(Words words) {
        return System.getProperty("os.name").startsWith("Mac")
                ? words.of("history.new.keys.mac")
                : words.of("history.new.keys");
    }
}
