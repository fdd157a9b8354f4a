package nearside.desktop.chat;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.copilot.orchestrator.Outlook;
import nearside.desktop.words.Words;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// Where a person writes: the field, a line that says what the keys do, and Send.
final class ComposerView extends VBox {
    private final ChatViewModel chat;
    private final Words words;
    private final Label hint = new Label();
    private final Label refused = new Label();
    private final ComposerArea area;

    ComposerView(ChatViewModel chat, Words words) {
        this.chat = chat;
        this.words = words;
        setId("composer");
        getStyleClass().add("composer");
        area = new ComposerArea(this::send, this::refuse);
        area.setId("question");
        area.setAccessibleText(words.of("composer.name"));
        area.setPromptText(words.of("composer.prompt"));
        refused.setId("refused");
        refused.setWrapText(true);
        refused.getStyleClass().add("refused");
        show(refused, false);
        hint.setId("hint");
        hint.setWrapText(true);
        hint.getStyleClass().add("second");
        hint.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        chat.answering().get()
                                                ? words.of("composer.busy")
                                                : words.of("composer.hint"),
                                chat.answering()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label outlook = new Label();
        outlook.setId("outlook");
        outlook.getStyleClass().add("second");
        Button send = sendButton();
        chat.outlook().subscribe(found -> tell(found, outlook, send));
        HBox foot = new HBox(hint, new ContextMeter(chat.outlook()), outlook, space, send);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("composer-foot");
        getChildren().addAll(area, refused, foot);
        area.textProperty().addListener((_, _, _) -> show(refused, false));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::up);
    }

    ComposerArea area() {
        return area;
    }

    /// Shows what was typed under this conversation.
    void open(Transcript before, Transcript now) {
        area.textProperty().unbindBidirectional(before.draft());
        area.textProperty().bindBidirectional(now.draft());
        area.end();
    }

    private Button sendButton() {
        Button send = new Button(words.of("composer.send"), new FontIcon(Feather.CORNER_DOWN_LEFT));
        send.setId("send");
        send.setAccessibleText(words.of("composer.send"));
        send.setContentDisplay(ContentDisplay.RIGHT);
        send.getStyleClass().add("send");
        send.setMinWidth(USE_PREF_SIZE);
        send.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> area.getText().isBlank() || chat.diskFull().get(),
                                area.textProperty(),
                                chat.diskFull()));
        send.setOnAction(_ -> send());
        return send;
    }

    /// Says how long it will take before it is asked; what the keys do goes for it.
    private void tell(Optional<Outlook> found, Label outlook, Button send) {
        String text = found.map(new OutlookText(words)::of).orElse("");
        outlook.setText(text);
        show(outlook, !text.isEmpty());
        show(hint, text.isEmpty());
        send.setAccessibleText(
                text.isEmpty()
                        ? words.of("composer.send")
                        : words.of("composer.send") + ". " + text);
    }

    /// From an empty field up to the last question, to write it anew.
    private void up(KeyEvent event) {
        if (event.getCode() == KeyCode.UP && area.getText().isEmpty()) {
            event.consume();
            chat.editLast();
        }
    }

    private void send() {
        chat.send();
        area.requestFocus();
    }

    private void refuse(Paste paste) {
        refused.setText(words.of("composer.refused", paste.kib(), Paste.LIMIT / 1_024));
        show(refused, true);
    }

    private static void show(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }
}
