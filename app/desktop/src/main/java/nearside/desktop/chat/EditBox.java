package nearside.desktop.chat;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A message while it is written anew: Enter takes it, Escape leaves it as it was.
final class EditBox extends VBox {
    private final ComposerArea area;
    private final Label refused = new Label();
    private final Consumer<String> take;
    private final Runnable leave;
    private final ObservableValue<Boolean> may;

    /// @param key of what the button says that takes it
    /// @param may whether it can be taken now; what is typed waits meanwhile
    EditBox(
            String text,
            String key,
            ObservableValue<Boolean> may,
            Words words,
            Consumer<String> take,
            Runnable leave) {
        this.may = may;
        this.take = take;
        this.leave = leave;
        getStyleClass().add("edit");
        refused.getStyleClass().add("refused");
        refused.setWrapText(true);
        refused.setManaged(false);
        area =
                new ComposerArea(
                        this::done,
                        new ComposerArea.Taker() {
                            @Override
                            public void large(Paste paste) {
                                say(words.of("composer.refused", paste.kib(), Paste.LIMIT / 1_024));
                            }

                            @Override
                            public void files(List<Path> files) {
                                say(words.of("chat.edit.files"));
                            }
                        });
        area.setId("edit-area");
        area.setAccessibleText(words.of("chat.edit.name"));
        area.setText(text);
        Panel panel = new Panel(words);
        Button cancel = panel.button(new Button(), "edit-cancel", "chat.edit.cancel", leave);
        Button done = panel.button(new Button(), "edit-done", key, this::done);
        done.getStyleClass().add("send");
        area.textProperty().subscribe(_ -> done.setDisable(!canBeTaken()));
        may.subscribe(_ -> done.setDisable(!canBeTaken()));
        HBox buttons = new HBox(cancel, done);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("edit-actions");
        getChildren().addAll(area, refused, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Puts the cursor behind the text.
    void begin() {
        area.requestFocus();
        area.end();
    }

    private void say(String why) {
        refused.setText(why);
        refused.setManaged(true);
    }

    private boolean canBeTaken() {
        return may.getValue() && !area.getText().isBlank();
    }

    private void done() {
        if (canBeTaken()) {
            take.accept(area.getText().strip());
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            leave.run();
        }
    }
}
