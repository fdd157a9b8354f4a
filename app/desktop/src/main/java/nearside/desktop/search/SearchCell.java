package nearside.desktop.search;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import nearside.desktop.history.WhenText;
import nearside.desktop.words.Words;
import nearside.desktop.writing.Pieces;
import nearside.storage.search.Excerpt;

import java.time.ZoneId;
import java.time.ZonedDateTime;

/// One place: the title, when it was, and up to three lines with what was found in heavier letters.
final class SearchCell extends ListCell<SearchItem> {
    private final Words words;
    private final Label title = new Label();
    private final Label when = new Label();
    private final ExcerptFlow excerpt = new ExcerptFlow();
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
        box = new VBox(head, excerpt);
        box.getStyleClass().add("hit");
        setPrefWidth(0);
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

    /// A cell asks its graphic without saying how wide it is; then all of a text is one line.
    @Override
    protected double computePrefHeight(double width) {
        double around = snappedLeftInset() + snappedRightInset();
        return getGraphic() == null || width < 0
                ? super.computePrefHeight(width)
                : snappedTopInset() + box.prefHeight(width - around) + snappedBottomInset();
    }

    private void fill(Excerpt found) {
        excerpt.getChildren().clear();
        excerpt.turns(Pieces.turns(found.text()));
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
            for (String piece : Pieces.of(part.replace('\n', ' '))) {
                Text text = new Text(piece);
                text.getStyleClass().add(look);
                excerpt.getChildren().add(text);
            }
        }
    }
}
