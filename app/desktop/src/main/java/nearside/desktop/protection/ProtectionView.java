package nearside.desktop.protection;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import nearside.desktop.clipboard.Copying;
import nearside.desktop.protection.ProtectionViewModel.Remark;
import nearside.desktop.protection.Standing.Way;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// Shows how the conversations are protected, and changes it.
public final class ProtectionView extends VBox {
    private final ProtectionViewModel protection;
    private final Words words;
    private final Label now = Panel.text("trouble-text", "protection-now");
    private final Label remark = Panel.text("refused", "protection-remark");
    private final Label codeNote = Panel.text("trouble-text", "code-note");
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final TextField code = new TextField();
    private final Button system = new Button();
    private final Button file = new Button();
    private final Button lock = new Button();
    private final HBox codeLine;

    public ProtectionView(ProtectionViewModel protection, Words words) {
        this.protection = protection;
        this.words = words;
        setId("protection");
        getStyleClass().add("protection");
        Label title = Panel.text("trouble-title", "protection-title");
        title.setText(words.of("protection.title"));
        codeLine = codeLine();
        getChildren()
                .addAll(
                        title,
                        now,
                        heading("protection.passphrase"),
                        field(passphrase, "new-passphrase", "protection.passphrase.new"),
                        field(again, "new-passphrase-again", "protection.passphrase.again"),
                        remark,
                        actions(),
                        heading("protection.code"),
                        codeNote,
                        codeLine,
                        new Panel(words)
                                .button(
                                        new Button(),
                                        "make-code",
                                        "protection.code.make",
                                        protection::makeCode));
        passphrase.setOnAction(_ -> again.requestFocus());
        again.setOnAction(_ -> set());
        protection.standing().subscribe(this::show);
        protection.remark().subscribe(this::say);
        protection.code().subscribe(this::showCode);
    }

    private HBox actions() {
        Button set = new Button();
        set.disableProperty().bind(protection.busy());
        HBox actions =
                new HBox(
                        new Panel(words)
                                .button(
                                        set,
                                        "set-passphrase",
                                        "protection.passphrase.set",
                                        this::set),
                        new Panel(words)
                                .button(
                                        system,
                                        "use-system",
                                        "protection.system",
                                        protection::keepInSystem),
                        new Panel(words)
                                .button(
                                        file,
                                        "use-file",
                                        "protection.file",
                                        protection::keepInFile),
                        new Panel(words)
                                .button(lock, "lock-now", "protection.lock", protection::lockNow));
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("unlock-actions");
        return actions;
    }

    private void set() {
        if (!protection.busy().get()) {
            protection.protectByPassphrase(passphrase.getText(), again.getText());
        }
    }

    private void show(Standing standing) {
        String name = standing.system().orElse("");
        now.setText(
                switch (standing.way()) {
                    case SYSTEM -> words.of("protection.now.system", name);
                    case PASSPHRASE -> words.of("protection.now.passphrase");
                    case FILE -> words.of("protection.now.file");
                });
        codeNote.setText(
                switch (standing.code()) {
                    case NONE -> words.of("protection.code.none");
                    case MADE -> words.of("protection.code.made");
                });
        system.setText(words.of("protection.system", name));
        Panel.show(system, standing.system().isPresent() && standing.way() != Way.SYSTEM);
        Panel.show(file, standing.way() == Way.PASSPHRASE);
        Panel.show(lock, standing.way() == Way.PASSPHRASE);
    }

    private void say(Remark said) {
        Panel.show(remark, said != Remark.NONE);
        remark.getStyleClass().setAll("label", said == Remark.DONE ? "second" : "refused");
        remark.setText(
                switch (said) {
                    case NONE -> "";
                    case TOO_SHORT ->
                            words.of("protection.too-short", ProtectionViewModel.SHORTEST);
                    case NOT_THE_SAME -> words.of("protection.not-the-same");
                    case DONE -> words.of("protection.done");
                });
        if (said == Remark.DONE) {
            passphrase.clear();
            again.clear();
        }
    }

    private void showCode(String made) {
        code.setText(made);
        Panel.show(codeLine, !made.isEmpty());
    }

    private HBox codeLine() {
        code.setId("code");
        code.setEditable(false);
        code.setAccessibleText(words.of("unlock.code"));
        code.getStyleClass().add("code-field");
        HBox.setHgrow(code, Priority.ALWAYS);
        Button copy = new Button();
        return new HBox(code, new Panel(words).button(copy, "copy-code", "chat.copy", this::copy));
    }

    private void copy() {
        Copying.text(code.getText());
    }

    private Label heading(String key) {
        Label label = new Label(words.of(key));
        label.getStyleClass().add("panel-heading");
        return label;
    }

    private Node field(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(words.of(key));
        field.setAccessibleText(words.of(key));
        return field;
    }
}
