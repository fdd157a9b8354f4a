package nearside.desktop.chat;

import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.spoken.Status;
import nearside.desktop.switcher.SwitcherViewModel;
import nearside.desktop.words.Words;

import java.io.File;
import java.util.Optional;

/// The room to ask in: the open conversation and the composer below it.
public final class ChatView extends BorderPane {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final ChatViewModel chat;
    private final Words words;
    private final Region welcome;
    private final ComposerView composer;
    private final InvalidationListener onRows = _ -> fill();
    private Optional<TranscriptView> shown = Optional.empty();

    /// @param slash what a slash at the beginning offers
    /// @param welcome stands above what an empty conversation shows
    public ChatView(ChatViewModel chat, SwitcherViewModel slash, Words words, Region welcome) {
        this.chat = chat;
        this.words = words;
        this.welcome = welcome;
        setId("chat");
        getStyleClass().add("chat");
        composer = new ComposerView(chat, slash, words);
        HBox.setHgrow(composer, Priority.ALWAYS);
        HBox foot = new HBox(composer);
        foot.getStyleClass().add("chat-foot");
        Status status = new Status();
        setBottom(
                new VBox(
                        status,
                        new DiskFullBar(chat.diskFull(), words),
                        new TemporaryBar(chat, words),
                        foot));
        setTop(new FindBar(chat.find(), words, this::focusComposer));
        chat.open().addListener((_, before, now) -> open(before, now));
        open(chat.open().get(), chat.open().get());
        Voice.follow(chat.open(), new SpokenProgress(words), status::say);
        chat.onPinned(pin -> status.say(said(pin)));
        chat.onLeft(this::focusComposer);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(DragEvent.DRAG_OVER, this::dragged);
        addEventHandler(DragEvent.DRAG_EXITED, _ -> marks(false));
        addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    /// Files may be let go anywhere in the room.
    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
            marks(true);
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            chat.attach(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
            focusComposer();
        }
        marks(false);
    }

    private void marks(boolean dropping) {
        composer.pseudoClassStateChanged(DROPPING, dropping);
    }

    /// Puts the cursor where a person writes.
    public void focusComposer() {
        composer.area().requestFocus();
    }

    /// Puts a text to ask with where a person writes.
    public void insert(String text) {
        composer.insert(text);
    }

    private void open(Transcript before, Transcript now) {
        before.rows().removeListener(onRows);
        now.rows().addListener(onRows);
        composer.open(before, now);
        shown.ifPresent(TranscriptView::close);
        shown = Optional.empty();
        fill();
    }

    private void fill() {
        Transcript transcript = chat.open().get();
        if (transcript.rows().isEmpty()) {
            shown.ifPresent(TranscriptView::close);
            shown = Optional.empty();
            setCenter(start(transcript));
        } else if (shown.isEmpty()) {
            TranscriptView view = new TranscriptView(chat, transcript, words, this::focusComposer);
            shown = Optional.of(view);
            setCenter(view);
        }
    }

    private Node start(Transcript transcript) {
        return transcript.id().isPresent()
                ? new HBox()
                : new StartView(transcript, chat, words, welcome);
    }

    private String said(Row.Pin pin) {
        return switch (pin) {
            case PINNED -> words.of("spoken.pinned");
            case LOOSE -> words.of("spoken.unpinned");
        };
    }

    /// Escape leaves what is open before it stops an answer.
    private boolean isLeavingSomething() {
        return composer.offers() || chat.find().shown().get();
    }

    private void pressed(KeyEvent event) {
        if (MessageKeys.BEFORE.match(event)) {
            shown.ifPresent(view -> view.keys().goBefore());
            event.consume();
        } else if (MessageKeys.AFTER.match(event)) {
            if (!shown.map(view -> view.keys().goAfter()).orElse(false)) {
                focusComposer();
            }
            event.consume();
        } else if (MessageKeys.PIN.match(event)) {
            shown.ifPresent(TranscriptView::pin);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE
                && chat.answering().get()
                && !isLeavingSomething()) {
            chat.stop();
            event.consume();
        }
    }
}
