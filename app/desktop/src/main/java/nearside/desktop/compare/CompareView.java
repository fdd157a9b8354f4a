package nearside.desktop.compare;

import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import nearside.desktop.markdown.MarkdownView;
import nearside.desktop.theme.Panel;
import nearside.desktop.theme.ScrollKeys;
import nearside.desktop.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Answers side by side, each by its model; one is chosen to go on with.
public final class CompareView extends VBox {
    private static final double HEIGHT = 460;

    private final CompareViewModel compare;
    private final Words words;
    private final Consumer<String> links;
    private final HBox columns = new HBox();

    /// @param links told of the address that a person wants to open
    public CompareView(CompareViewModel compare, Words words, Consumer<String> links) {
        this.compare = compare;
        this.words = words;
        this.links = links;
        setId("compare");
        getStyleClass().add("protection");
        columns.getStyleClass().add("unlock-actions");
        ScrollPane all = new ScrollPane(columns);
        all.setFitToHeight(true);
        all.setFitToWidth(true);
        all.setPrefHeight(HEIGHT);
        all.setFocusTraversable(false);
        all.getStyleClass().add("plain-scroll");
        getChildren()
                .addAll(
                        new Panel(words).text("trouble-title", "compare-title", "compare.title"),
                        all);
        compare.all().addListener((ListChangeListener<Compared>) _ -> fill());
        fill();
    }

    private void fill() {
        List<Node> shown = new ArrayList<>();
        for (int i = 0; i < compare.all().size(); i++) {
            shown.add(column(compare.all().get(i), i + 1));
        }
        columns.getChildren().setAll(shown);
    }

    private VBox column(Compared said, int place) {
        Label by = new Label();
        by.setText(
                said.by().isEmpty()
                        ? words.of("compare.place", place)
                        : words.of("compare.by", place, said.by()));
        by.getStyleClass().add("panel-heading");
        MarkdownView text = new MarkdownView(new SimpleStringProperty(said.text()), words, links);
        ScrollPane scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        ScrollKeys.listenIn(scroll);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button go =
                new Panel(words)
                        .button(
                                new Button(),
                                "compare-go-" + place,
                                "compare.go",
                                () -> {
                                    getScene().getWindow().hide();
                                    compare.choose(said);
                                });
        go.setAccessibleText(words.of("compare.go") + ": " + by.getText());
        VBox column = new VBox(by, scroll, go);
        column.getStyleClass().add("compare-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }
}
