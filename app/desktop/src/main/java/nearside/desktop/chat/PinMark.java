package nearside.desktop.chat;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says that the model always reads a message. Not there while it need not.
final class PinMark extends Label {
    PinMark(Row row, Words words) {
        setId("pinned");
        getStyleClass().add("pinned");
        setGraphic(new FontIcon(Feather.MAP_PIN));
        setAccessibleText(words.of("chat.pinned"));
        setTooltip(new Tooltip(words.of("chat.pinned")));
        setMinWidth(USE_PREF_SIZE);
        row.pin().subscribe(pin -> Panel.show(this, pin == Row.Pin.PINNED));
    }
}
