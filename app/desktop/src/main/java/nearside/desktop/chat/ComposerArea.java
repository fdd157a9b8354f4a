package nearside.desktop.chat;

import javafx.application.Platform;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

import nearside.desktop.prompts.Places;
import nearside.desktop.writing.Pieces;
import nearside.desktop.writing.Side;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The field to type in: grows to eight lines, Enter sends, Shift+Enter begins a new line, Tab goes
/// on to the next control. While an input method composes, Enter and Tab belong to it.
final class ComposerArea extends TextArea {
    private static final int MOST_LINES = 8;
    private static final int MEASURED = 4_000;

    private final Text measure = new Text();
    private final Taker taker;
    private boolean composing;

    /// Takes what is pasted and is no text to be typed.
    interface Taker {
        /// A text that is too long.
        void large(Paste paste);

        /// Files were copied, and are pasted here.
        void files(List<Path> files);
    }

    ComposerArea(Runnable send, Taker taker) {
        this.taker = taker;
        getStyleClass().add("composer-area");
        measure.fontProperty().bind(fontProperty());
        addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::composed);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> enter(event, send));
        addEventFilter(KeyEvent.KEY_PRESSED, this::tab);
        setTextFormatter(new TextFormatter<>(this::unwrapped));
        textProperty().subscribe(this::turn);
        textProperty().subscribe(_ -> fit());
        promptTextProperty().subscribe(_ -> fit());
        textProperty().addListener((_, before, _) -> goOnAfterDraft(before));
        widthProperty().subscribe(_ -> fit());
        fontProperty().subscribe(_ -> fit());
    }

    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            taker.files(clipboard.getFiles().stream().map(File::toPath).toList());
            return;
        }
        Paste offered = new Paste(clipboard.hasString() ? clipboard.getString() : "");
        if (offered.fits(Paste.bytes(getText()))) {
            super.paste();
        } else {
            taker.large(offered);
        }
    }

    private void composed(InputMethodEvent event) {
        composing = !event.getComposed().isEmpty();
    }

    private void enter(KeyEvent event, Runnable send) {
        if (event.getCode() == KeyCode.ENTER && !composing) {
            event.consume();
            if (event.isShiftDown()) {
                replaceSelection("\n");
            } else {
                send.run();
            }
        }
    }

    private void tab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !composing && !event.isShortcutDown()) {
            event.consume();
            if (!event.isShiftDown() && markPlace(getSelection().getEnd())) {
                return;
            }
            TraversalDirection way =
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT;
            requestFocusTraversal(way);
        }
    }

    /// Marks the next place that is to be filled in.
    ///
    /// @return whether there is one
    boolean markPlace(int from) {
        Optional<Places.Span> place = Places.next(getText(), from);
        place.ifPresent(span -> selectRange(span.from(), span.to()));
        return place.isPresent();
    }

    /// A draft that comes from disk leaves the caret before it.
    private void goOnAfterDraft(String before) {
        if (before.isEmpty()) {
            Platform.runLater(() -> {
                if (getCaretPosition() == 0) {
                    end();
                }
            });
        }
    }

    /// What is read from the right scrolls instead of being wrapped, which JavaFX 26 cannot.
    private void turn(String text) {
        setNodeOrientation(Side.of(text));
        setWrapText(!Pieces.turns(text));
    }

    /// Before it is in the field: with it there already, the old width would count once more.
    private TextFormatter.Change unwrapped(TextFormatter.Change change) {
        if (isWrapText() && Pieces.turns(change.getControlNewText())) {
            setWrapText(false);
            layout();
        }
        return change;
    }

    private void fit() {
        String text = getText();
        measure.setWrappingWidth(isWrapText() ? Math.max(40, getWidth() - 30) : 0);
        measure.setText(
                text.isEmpty()
                        ? getPromptText()
                        : text.substring(0, Math.min(MEASURED, text.length())));
        double line = measure.getFont().getSize() * 1.25;
        double wanted = Math.ceil(measure.getLayoutBounds().getHeight());
        double height = Math.clamp(wanted, line, line * MOST_LINES) + 14;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }
}
