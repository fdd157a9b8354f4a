package nearside.desktop.chat;

import javafx.scene.control.Label;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// Says that the model does not see a message any more. Not there while it does.
final class UnseenMark extends Label {
    UnseenMark(Row row, Words words) {
        super(words.of("chat.unseen"));
        setId("unseen");
        getStyleClass().add("second");
        setMinWidth(USE_PREF_SIZE);
        row.unseen().subscribe(unseen -> Panel.show(this, unseen));
    }
}
