package nearside.desktop.markdown;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.IndexRange;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

import nearside.desktop.markdown.Selection.Place;
import nearside.desktop.words.Words;

import java.util.ArrayList;
import java.util.List;

/// A message in Markdown. Text can be selected across all of it. While it grows only the blocks
/// that are others now are laid out again.
public final class MarkdownView extends VBox {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private final Words words;
    private final Selection selection = new Selection();
    private final List<BlockView> views = new ArrayList<>();
    private List<Block> blocks = List.of();

    public MarkdownView(ObservableValue<String> text, Words words) {
        this.words = words;
        getStyleClass().addAll("md", "md-blocks");
        setCursor(Cursor.TEXT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        text.subscribe(this::show);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// What is selected, as text.
    public String selectedText() {
        return selection.text();
    }

    public void selectAll() {
        selection.all();
    }

    private void show(String text) {
        setAccessibleText(text);
        List<Block> now = Markdown.read(text);
        int same = same(now);
        if (same < Math.min(views.size(), now.size()) && views.get(same).becomes(now.get(same))) {
            same++;
        }
        views.subList(same, views.size()).clear();
        getChildren().remove(same, getChildren().size());
        for (Block block : now.subList(same, now.size())) {
            BlockView view = BlockView.of(block, words);
            views.add(view);
            getChildren().add(view.node());
        }
        blocks = now;
        selection.over(views.stream().flatMap(view -> view.leaves().stream()).toList());
    }

    /// How many blocks at the beginning are as they were.
    private int same(List<Block> now) {
        int same = 0;
        while (same < Math.min(now.size(), blocks.size())
                && now.get(same).equals(blocks.get(same))) {
            same++;
        }
        return same;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        event.consume();
        if (selection.isEmpty()) {
            return;
        }
        Place at = place(event);
        switch (event.getClickCount()) {
            case 1 -> selection.select(event.isShiftDown() ? selection.anchor() : at, at);
            case 2 -> run(at, WordAt.word(selection.leaf(at).text(), at.at()));
            default -> run(at, WordAt.paragraph(selection.leaf(at).text(), at.at()));
        }
    }

    private void run(Place at, IndexRange run) {
        selection.select(new Place(at.leaf(), run.getStart()), new Place(at.leaf(), run.getEnd()));
    }

    private void dragged(MouseEvent event) {
        selection.select(selection.anchor(), place(event));
        event.consume();
    }

    private Place place(MouseEvent event) {
        return selection.at(new Point2D(event.getSceneX(), event.getSceneY()));
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (ALL.match(event)) {
            selectAll();
            event.consume();
        }
    }

    private void copy() {
        String text = selection.text();
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
