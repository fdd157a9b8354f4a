package nearside.desktop.tree;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.LineKeys;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.Optional;

/// Shows every way that a conversation took; the chosen message is gone to.
public final class TreeView extends VBox {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final double STEP = 22;
    private static final double HEIGHT = 380;

    private final TreeViewModel tree;
    private final Words words;
    private final ListView<TreeRow> list = new ListView<>();

    public TreeView(TreeViewModel tree, Words words) {
        this.tree = tree;
        this.words = words;
        setId("tree");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        list.setId("tree-list");
        list.setAccessibleText(words.of("tree.title"));
        list.setItems(tree.rows());
        LineKeys.listenIn(list);
        list.setPrefHeight(HEIGHT);
        list.setCellFactory(_ -> new Cell());
        list.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        go();
                    }
                });
        list.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getClickCount() == 2) {
                        go();
                    }
                });
        Button go = panel.button(new Button(), "tree-go", "tree.go", this::go);
        go.getStyleClass().add("send");
        go.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        getChildren()
                .addAll(
                        panel.text("trouble-title", "tree-title", "tree.title"),
                        panel.text("second", "tree-note", "tree.note"),
                        list,
                        Panel.actions(go));
    }

    private void go() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(row -> {
                    getScene().getWindow().hide();
                    tree.choose(row);
                });
    }

    private String speaker(TreeRow row) {
        return switch (row.speaker()) {
            case SYSTEM -> words.of("tree.system");
            case PERSON -> words.of("tree.you");
            case MODEL -> words.of("tree.model");
        };
    }

    private final class Cell extends ListCell<TreeRow> {
        @Override
        protected void updateItem(TreeRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label who = new Label(speaker(item));
            who.getStyleClass().add("second");
            who.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(who, new Label(item.text()));
            line.getStyleClass().add("unlock-actions");
            line.setPadding(new Insets(0, 0, 0, STEP * item.depth()));
            setGraphic(line);
            setPrefWidth(0);
            pseudoClassStateChanged(SHOWN, item.shown());
            setAccessibleText(
                    words.of(
                            item.shown() ? "tree.line.shown" : "tree.line",
                            item.depth(),
                            speaker(item),
                            item.text()));
        }
    }
}
