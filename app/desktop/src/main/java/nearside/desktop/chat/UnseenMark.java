package nearside.desktop.chat;

import javafx.scene.control.Label;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// Says that the model does not see a message any more, or only parts of it. Not there while it
/// sees all of it.
final class UnseenMark extends Label {
    private final Words words;

    UnseenMark(Row row, Words words) {
        this.words = words;
        setId("unseen");
        getStyleClass().add("second");
        setMinWidth(USE_PREF_SIZE);
        row.seen().subscribe(this::show);
    }

    private void show(Seen seen) {
        setText(
                switch (seen) {
                    case WHOLE -> "";
                    case PART -> words.of("chat.unseen.part");
                    case NOTHING -> words.of("chat.unseen");
                });
        Panel.show(this, seen != Seen.WHOLE);
    }
}
