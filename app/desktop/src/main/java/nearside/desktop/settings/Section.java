package nearside.desktop.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Settings that belong together, under a heading; those that answer to what is typed are shown.
final class Section extends VBox {
    private final Map<Row, Node> lines = new LinkedHashMap<>();

    Section(String title, List<Row> rows) {
        getStyleClass().add("settings-section");
        Label heading = new Label(title);
        heading.getStyleClass().add("panel-heading");
        getChildren().add(heading);
        for (Row row : rows) {
            HBox line = line(row);
            lines.put(row, line);
            getChildren().add(line);
        }
    }

    /// Whether any is shown.
    boolean filter(String typed) {
        boolean any = false;
        for (Map.Entry<Row, Node> each : lines.entrySet()) {
            boolean shown = each.getKey().answersTo(typed);
            Panel.show(each.getValue(), shown);
            any |= shown;
        }
        Panel.show(this, any);
        return any;
    }

    private static HBox line(Row row) {
        Label name = new Label(row.name());
        name.setWrapText(true);
        VBox texts = new VBox(name);
        if (!row.about().isEmpty()) {
            Label about = Panel.text("second", "about");
            about.setText(row.about());
            texts.getChildren().add(about);
        }
        row.trouble().ifPresent(texts.getChildren()::add);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox line = new HBox(texts, row.control());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("settings-line");
        row.control().setAccessibleText(row.name());
        row.control().setAccessibleHelp(row.about());
        return line;
    }
}
