package nearside.desktop.chat;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// Says over the composer that nothing of the open conversation is kept.
final class TemporaryBar extends HBox {
    TemporaryBar(ChatViewModel chat, Words words) {
        setId("temporary-bar");
        getStyleClass().add("notice");
        Label said = new Label(words.of("temporary.said"));
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        setAccessibleText(said.getText());
        getChildren().add(said);
        chat.open()
                .flatMap(Transcript::temporary)
                .subscribe(temporary -> Panel.show(this, temporary));
    }
}
