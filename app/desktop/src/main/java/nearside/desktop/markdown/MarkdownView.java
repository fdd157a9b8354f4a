package nearside.desktop.markdown;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexRange;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

import nearside.desktop.clipboard.Copying;
import nearside.desktop.markdown.Selection.Place;
import nearside.desktop.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A message in Markdown. Text can be selected across all of it. While it grows only the blocks
/// that are others now are laid out again.
public final class MarkdownView extends VBox {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination MARKDOWN =
            new KeyCodeCombination(
                    KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final Words words;
    private final ContextMenu menu;
    private final Selection selection = new Selection();
    private final List<BlockView> views = new ArrayList<>();
    private final Consumer<String> links;
    private Pieces pieces = Pieces.NONE;
    private String wanted = "";

    /// @param links told of the address that a person wants to open
    public MarkdownView(ObservableValue<String> text, Words words, Consumer<String> links) {
        this.words = words;
        this.links = links;
        getStyleClass().addAll("md", "md-blocks");
        setCursor(Cursor.TEXT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        text.subscribe(this::show);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        menu = menu();
        setOnContextMenuRequested(this::asked);
    }

    /// What is selected, as text.
    public String selectedText() {
        return selection.text();
    }

    public void selectAll() {
        selection.all();
    }

    /// Shows where these words stand in it, whatever their case; nothing for none.
    public void find(String found) {
        wanted = found;
        leaves().forEach(leaf -> leaf.find(wanted));
    }

    private List<Leaf> leaves() {
        return views.stream().flatMap(view -> view.leaves().stream()).toList();
    }

    private void show(String text) {
        setAccessibleText(text);
        Pieces read = Markdown.pieces(text);
        List<Block> now = read.blocks();
        int same = same(now);
        if (same < Math.min(views.size(), now.size()) && views.get(same).becomes(now.get(same))) {
            same++;
        }
        views.subList(same, views.size()).clear();
        getChildren().remove(same, getChildren().size());
        for (Block block : now.subList(same, now.size())) {
            BlockView view = BlockView.of(block, words, links);
            views.add(view);
            getChildren().add(view.node());
        }
        pieces = read;
        selection.over(leaves());
        find(wanted);
    }

    /// How many blocks at the beginning are as they were.
    private int same(List<Block> now) {
        int same = 0;
        while (same < Math.min(now.size(), pieces.blocks().size())
                && now.get(same).equals(pieces.blocks().get(same))) {
            same++;
        }
        return same;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        event.consume();
        menu.hide();
        if (event.getButton() != MouseButton.PRIMARY || selection.isEmpty()) {
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
            Copying.text(selection.text());
            event.consume();
        } else if (MARKDOWN.match(event)) {
            Copying.text(selectedMarkdown());
            event.consume();
        } else if (ALL.match(event)) {
            selectAll();
            event.consume();
        }
    }

    /// The Markdown of all blocks of which something is selected.
    public String selectedMarkdown() {
        Set<Leaf> selected = Set.copyOf(selection.selected());
        return IntStream.range(0, views.size())
                .filter(i -> views.get(i).leaves().stream().anyMatch(selected::contains))
                .mapToObj(i -> pieces.sources().get(i))
                .filter(source -> !source.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("copy-text", "message.copy", () -> Copying.text(selection.text())),
                item(
                        "copy-markdown",
                        "message.copy-markdown",
                        () -> Copying.text(selectedMarkdown())),
                item("select-all", "message.select-all", this::selectAll));
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem(words.of(key));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void asked(ContextMenuEvent event) {
        event.consume();
        menu.show(this, event.getScreenX(), event.getScreenY());
    }
}
