package nearside.desktop.trash;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import nearside.desktop.words.Words;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// A deleted conversation in the list, with the day on which it goes for good.
final class TrashCell extends ListCell<TrashRow> {
    private final Words words;
    private final Label title = new Label();
    private final Label goes = new Label();
    private final HBox line = new HBox(title, goes);

    TrashCell(Words words) {
        this.words = words;
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("trash-line");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        goes.getStyleClass().add("second");
        goes.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TrashRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        title.setText(row.title());
        goes.setText(words.of("trash.goes", day(row.goes())));
        setAccessibleText(row.title() + ", " + goes.getText());
        setGraphic(line);
    }

    private String day(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(words.locale())
                .format(time.atZone(ZoneId.systemDefault()));
    }
}
