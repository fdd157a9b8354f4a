package nearside.desktop.protection;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.desktop.protection.UnlockViewModel.Asked;
import nearside.desktop.theme.Panel;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.words.Words;

import java.util.function.Supplier;

/// Asks for what opens a locked profile.
public final class UnlockView extends VBox {
    private final UnlockViewModel unlock;
    private final Words words;
    private final Supplier<Trouble> why;
    private final Label title = Panel.text("trouble-title", "unlock-title");
    private final Label meaning = Panel.text("trouble-text", "unlock-meaning");
    private final PasswordField passphrase = new PasswordField();
    private final TextField code = new TextField();
    private final Button open = new Button();
    private final Button otherwise = new Button();

    /// @param why what is wrong now, in words
    public UnlockView(UnlockViewModel unlock, Words words, Supplier<Trouble> why) {
        this.unlock = unlock;
        this.words = words;
        this.why = why;
        setId("unlock");
        getStyleClass().add("unlock");
        field(passphrase, "passphrase", "unlock.passphrase");
        field(code, "recovery-code", "unlock.code");
        open.setId("unlock-open");
        open.getStyleClass().add("send");
        open.setDefaultButton(true);
        open.setOnAction(_ -> submit());
        open.disableProperty().bind(unlock.busy());
        otherwise.setId("unlock-otherwise");
        otherwise.getStyleClass().add("link");
        otherwise.setOnAction(_ -> unlock.askOtherwise());
        HBox actions = new HBox(open, otherwise);
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("unlock-actions");
        getChildren().addAll(title, meaning, passphrase, code, actions);
        unlock.lock().subscribe(_ -> explain());
        unlock.asked().subscribe(this::ask);
        unlock.busy().subscribe(this::busy);
    }

    private void explain() {
        Trouble trouble = why.get();
        title.setText(trouble.title());
        meaning.setText(trouble.meaning() + "\n" + String.join("\n", trouble.next()));
    }

    private void ask(Asked asked) {
        show(passphrase, asked == Asked.PASSPHRASE);
        show(code, asked == Asked.CODE);
        name(open, asked == Asked.ANOTHER_TRY ? "unlock.again" : "unlock.open");
        name(otherwise, asked == Asked.CODE ? "unlock.no-code" : "unlock.by-code");
    }

    /// A wrong guess is marked, so that typing replaces it.
    private void busy(boolean busy) {
        passphrase.setDisable(busy);
        code.setDisable(busy);
        if (!busy) {
            TextField field = passphrase.isVisible() ? passphrase : code;
            field.requestFocus();
            field.selectAll();
        }
    }

    private void submit() {
        unlock.submit(unlock.asked().get() == Asked.CODE ? code.getText() : passphrase.getText());
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(words.of(key));
        field.setAccessibleText(words.of(key));
    }

    private void name(Button button, String key) {
        button.setText(words.of(key));
        button.setAccessibleText(words.of(key));
    }

    private static void show(TextField field, boolean shown) {
        field.setVisible(shown);
        field.setManaged(shown);
        if (shown) {
            field.requestFocus();
        }
    }
}
