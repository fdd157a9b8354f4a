package nearside.desktop.search;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import nearside.desktop.history.WhenText;
import nearside.desktop.words.Words;
import nearside.storage.search.Excerpt;

import java.time.ZoneId;
import java.time.ZonedDateTime;

/// One place: the title, when it was, and three lines with what was found in heavier letters.
final class SearchCell extends ListCell<SearchItem> {
    private static final double EXCERPT = 54;
    private static final double HEIGHT = 92;

    private final Words words;
    private final Label title = new Label();
    private final Label when = new Label();
    private final TextFlow excerpt = new TextFlow();
    private final VBox box;

    SearchCell(SearchViewModel search, Words words) {
        this.words = words;
        title.getStyleClass().add("title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        when.getStyleClass().add("when");
        when.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, when);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("hit-head");
        excerpt.setMinHeight(EXCERPT);
        excerpt.setMaxHeight(EXCERPT);
        Rectangle lines = new Rectangle();
        lines.widthProperty().bind(excerpt.widthProperty());
        lines.setHeight(EXCERPT);
        excerpt.setClip(lines);
        box = new VBox(head, excerpt);
        box.getStyleClass().add("hit");
        setPrefWidth(0);
        setPrefHeight(HEIGHT);
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                search.open(getItem());
            }
        });
    }

    @Override
    protected void updateItem(SearchItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(item.title().isEmpty() ? words.of("history.new") : item.title());
        when.setText(
                new WhenText(words.locale(), ZonedDateTime.now(ZoneId.systemDefault()))
                        .of(item.when()));
        fill(item.excerpt());
        setAccessibleText(item.title() + ". " + item.excerpt().text());
        setGraphic(box);
    }

    private void fill(Excerpt found) {
        excerpt.getChildren().clear();
        int at = 0;
        for (Excerpt.Mark mark : found.marks()) {
            add(found.text().substring(at, mark.from()), "hit-text");
            add(found.text().substring(mark.from(), mark.to()), "hit-mark");
            at = mark.to();
        }
        add(found.text().substring(at), "hit-text");
    }

    private void add(String part, String look) {
        if (!part.isEmpty()) {
            Text text = new Text(part);
            text.getStyleClass().add(look);
            excerpt.getChildren().add(text);
        }
    }
}
