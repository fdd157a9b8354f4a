package nearside.desktop.attach;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Visible;
import nearside.desktop.words.Words;

/// What is in an attached text: all of it, or as much as a window shows without standing still.
public final class FileView extends VBox {
    private static final int MOST = 32_768;

    public FileView(Attached file, String text, Words words) {
        getStyleClass().add("protection");
        setId("attached");
        boolean all = text.length() <= MOST;
        TextArea area = new TextArea(Visible.of(all ? text : text.substring(0, MOST)));
        area.setId("attached-text");
        area.setEditable(false);
        area.setPrefRowCount(24);
        area.getStyleClass().add("attached-text");
        area.setAccessibleText(Visible.of(file.name()));
        Label size = Panel.text("second", "attached-size");
        String bytes = new Amounts(words).size(file.bytes());
        size.setText(all ? bytes : words.of("attach.begin", bytes));
        getChildren().addAll(size, area);
    }
}
