package nearside.desktop.chat;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import nearside.copilot.orchestrator.Outlook;
import nearside.copilot.orchestrator.Setup;
import nearside.desktop.attach.Attached;
import nearside.desktop.attach.Chips;
import nearside.desktop.attach.Reading;
import nearside.desktop.attach.RefusedText;
import nearside.desktop.prompts.Places;
import nearside.desktop.switcher.SwitcherViewModel;
import nearside.desktop.words.Words;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Where a person writes: the field, a line that says what the keys do, and Send.
final class ComposerView extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final ChatViewModel chat;
    private final Words words;
    private final Label hint = new Label();
    private final Label refused = new Label();
    private final Label over = new Label();
    private final VBox files = new VBox();
    private final BooleanProperty reading = new SimpleBooleanProperty(false);
    private final ComposerArea area;
    private final SlashList offers;

    ComposerView(ChatViewModel chat, SwitcherViewModel slash, Words words) {
        this.chat = chat;
        this.words = words;
        setId("composer");
        getStyleClass().add("composer");
        area = new ComposerArea(this::send, new Pasted());
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
        chat.refused().subscribe(this::refuse);
        show(over, false);
        over.setWrapText(true);
        over.setId("over");
        over.getStyleClass().add("refused");
        HBox foot =
                new HBox(
                        attachButton(),
                        setupButton(),
                        hint,
                        new ContextMeter(chat.outlook()),
                        outlook,
                        space,
                        send);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("composer-foot");
        offers = new SlashList(slash, area, words);
        addEventFilter(KeyEvent.KEY_PRESSED, offers::pressed);
        getChildren().addAll(offers, files, area, refused, over, foot);
        area.textProperty().addListener((_, _, _) -> show(refused, false));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::up);
    }

    /// Whether something is offered for what is typed.
    boolean offers() {
        return offers.isVisible();
    }

    ComposerArea area() {
        return area;
    }

    /// Shows what was typed under this conversation.
    void open(Transcript before, Transcript now) {
        area.textProperty().unbindBidirectional(before.draft());
        area.textProperty().bindBidirectional(now.draft());
        area.end();
        reading.unbind();
        reading.bind(now.reading().greaterThan(0));
        files.getChildren()
                .setAll(Chips.loose(now.files(), chat.files()::open, this::detach, words));
    }

    /// The button that took it away goes with it.
    private void detach(Attached file) {
        chat.detach(file);
        area.requestFocus();
    }

    /// Puts a text to ask with where the cursor stands, with its first place marked.
    void insert(String text) {
        String filled =
                Places.filled(
                        text,
                        LocalDate.now(ZoneId.systemDefault()),
                        words.locale(),
                        () ->
                                Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                                        .orElse(""));
        if (new Paste(filled).fits(Paste.bytes(area.getText()))) {
            int from = area.getSelection().getStart();
            area.replaceSelection(filled);
            area.requestFocus();
            area.markPlace(from);
        } else {
            chat.attach(words.of("attach.pasted"), filled);
        }
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
                                () ->
                                        area.getText().isBlank()
                                                || reading.get()
                                                || chat.diskFull().get(),
                                area.textProperty(),
                                reading,
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
        String tooMuch = found.map(this::tooMuch).orElse("");
        over.setText(tooMuch);
        show(over, !tooMuch.isEmpty());
        send.setAccessibleText(
                text.isEmpty()
                        ? words.of("composer.send")
                        : words.of("composer.send") + ". " + text);
    }

    /// Empty where nothing is.
    private String tooMuch(Outlook now) {
        if (now.stays() > now.window()) {
            return words.of("pin.over", now.stays(), now.window());
        }
        return now.tokens() > now.window() && !chat.open().get().files().isEmpty()
                ? words.of("attach.over", now.tokens(), now.window())
                : "";
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

    private Button attachButton() {
        Button attach = new Button("", new FontIcon(Feather.PAPERCLIP));
        attach.setId("attach");
        attach.setAccessibleText(words.of("attach.name"));
        attach.setTooltip(new Tooltip(words.of("attach.name")));
        attach.getStyleClass().add("icon-only");
        attach.setOnAction(_ -> choose());
        return attach;
    }

    /// Marked where a model is asked otherwise than usual.
    private Button setupButton() {
        Button setup = new Button("", new FontIcon(Feather.SLIDERS));
        setup.setId("setup-open");
        setup.setAccessibleText(words.of("setup.open"));
        setup.setTooltip(new Tooltip(words.of("setup.open")));
        setup.getStyleClass().add("icon-only");
        setup.setOnAction(_ -> chat.openSetup());
        chat.open()
                .flatMap(Transcript::setup)
                .subscribe(
                        now -> setup.pseudoClassStateChanged(CHANGED, !now.equals(Setup.DEFAULT)));
        return setup;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.of("attach.name"));
        Optional.ofNullable(chooser.showOpenMultipleDialog(getScene().getWindow()))
                .ifPresent(found -> chat.attach(found.stream().map(File::toPath).toList()));
        area.requestFocus();
    }

    private void refuse(Optional<Reading.Refused> file) {
        refused.setText(file.map(new RefusedText(words)::of).orElse(""));
        show(refused, file.isPresent());
    }

    /// What is pasted and is no text to be typed goes beside it.
    private final class Pasted implements ComposerArea.Taker {
        @Override
        public void large(Paste paste) {
            chat.attach(words.of("attach.pasted"), paste.text());
        }

        @Override
        public void files(List<Path> files) {
            chat.attach(files);
        }
    }

    private static void show(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }
}
