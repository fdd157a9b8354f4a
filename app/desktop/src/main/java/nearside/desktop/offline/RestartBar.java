package nearside.desktop.offline;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import nearside.desktop.offline.OfflineViewModel.Step;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// Says what the way back from offline takes, and lets the person decide.
public final class RestartBar extends HBox {
    private final Words words;
    private final Label text = Panel.text("notice-text", "restart-text");
    private final Button restart = new Button();
    private final Button stay = new Button();

    public RestartBar(OfflineViewModel mode, Words words) {
        this.words = words;
        setId("restart-bar");
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Panel panel = new Panel(words);
        panel.button(restart, "restart-now", "mode.restart", mode::restart);
        panel.button(stay, "restart-stay", "mode.stay", mode::stay);
        getChildren().addAll(text, restart, stay);
        mode.step().subscribe(this::show);
    }

    private void show(Step step) {
        Panel.show(this, step != Step.NONE);
        Panel.show(restart, step == Step.CONFIRM);
        switch (step) {
            case NONE -> {}
            case CONFIRM -> {
                text.setText(words.of("mode.restart.text"));
                stay.setText(words.of("mode.stay"));
            }
            case BY_HAND -> {
                text.setText(words.of("mode.restart.by-hand"));
                stay.setText(words.of("notice.close"));
            }
        }
        stay.setAccessibleText(stay.getText());
    }
}
