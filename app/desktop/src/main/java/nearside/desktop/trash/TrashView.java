package nearside.desktop.trash;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.LineKeys;
import nearside.desktop.theme.Missing;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.List;

/// Shows the deleted conversations, brings the chosen ones back or removes them for good, after one
/// more question.
public final class TrashView extends VBox {
    private static final double LIST_HEIGHT = 260;

    private final TrashViewModel trash;
    private final Words words;
    private final ListView<TrashRow> list = new ListView<>();
    private final Button bring = new Button();
    private final Button remove = new Button();
    private final Button empty = new Button();
    private final Label question = Panel.text("trouble-text", "trash-question");
    private final Button sure = new Button();
    private final Button keep = new Button();
    private List<TrashRow> doomed = List.of();

    public TrashView(TrashViewModel trash, Words words) {
        this.trash = trash;
        this.words = words;
        setId("trash");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        Label title = panel.text("trouble-title", "trash-title", "trash.title");
        Label note = panel.text("trouble-text", "trash-note", "trash.note");
        fillList();
        HBox actions =
                Panel.actions(
                        panel.button(bring, "trash-bring", "trash.bring", this::bringBack),
                        panel.button(remove, "trash-remove", "trash.remove", () -> ask(chosen())),
                        panel.button(
                                empty,
                                "trash-empty",
                                "trash.empty",
                                () -> ask(List.copyOf(trash.rows()))));
        HBox answers =
                Panel.actions(
                        panel.button(sure, "trash-sure", "trash.sure", this::removeForGood),
                        panel.button(keep, "trash-keep", "trash.keep", () -> ask(List.of())));
        sure.getStyleClass().add("danger");
        getChildren().addAll(title, note, list, actions, question, answers);
        for (Node node : List.of(question, answers)) {
            node.managedProperty().bind(node.visibleProperty());
            node.visibleProperty().bind(question.textProperty().isNotEmpty());
        }
        actions.disableProperty().bind(question.visibleProperty());
        trash.rows().subscribe(() -> Panel.show(actions, !trash.rows().isEmpty()));
        Panel.show(actions, !trash.rows().isEmpty());
    }

    private void fillList() {
        list.setId("trash-list");
        list.setAccessibleText(words.of("trash.title"));
        list.setItems(trash.rows());
        LineKeys.listenIn(list);
        list.setPrefHeight(LIST_HEIGHT);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(
                new Missing(
                        new Panel(words),
                        "trash-none",
                        "trash.none",
                        "trash.back",
                        () -> getScene().getWindow().hide()));
        list.setCellFactory(_ -> new TrashCell(words));
        list.getSelectionModel()
                .getSelectedItems()
                .subscribe(() -> {
                    bring.setDisable(chosen().isEmpty());
                    remove.setDisable(chosen().isEmpty());
                });
        bring.setDisable(true);
        remove.setDisable(true);
        trash.rows().subscribe(() -> empty.setDisable(trash.rows().isEmpty()));
        empty.setDisable(trash.rows().isEmpty());
    }

    private List<TrashRow> chosen() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    private void bringBack() {
        trash.bringBack(chosen());
    }

    /// Nothing is asked about nothing.
    private void ask(List<TrashRow> rows) {
        doomed = rows;
        question.setText(rows.isEmpty() ? "" : words.of("trash.question", rows.size()));
        if (rows.isEmpty()) {
            list.requestFocus();
        } else {
            keep.requestFocus();
        }
    }

    private void removeForGood() {
        trash.removeForGood(doomed);
        ask(List.of());
    }
}
