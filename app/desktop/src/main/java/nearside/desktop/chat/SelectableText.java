package nearside.desktop.chat;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.IndexRange;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import nearside.desktop.clipboard.Copying;
import nearside.desktop.markdown.WordAt;
import nearside.desktop.writing.Hits;
import nearside.desktop.writing.Pieces;
import nearside.desktop.writing.Side;

import java.util.List;

/// Wrapped plain text that can be selected by mouse and copied.
final class SelectableText extends Region {
    private final TextFlow text = new TextFlow();
    private String content = "";
    private boolean turns;
    private final Path mark = new Path();
    private final Hits hits = new Hits(text);
    private IndexRange selected = new IndexRange(0, 0);
    private int anchor;
    private double natural = -1;

    SelectableText(ObservableValue<String> content) {
        getStyleClass().add("selectable");
        setCursor(Cursor.TEXT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        text.setManaged(false);
        mark.setManaged(false);
        mark.getStyleClass().add("mark");
        getChildren().addAll(hits, mark, text);
        content.subscribe(this::show);
        text.needsLayoutProperty()
                .subscribe(needs -> {
                    if (needs) {
                        measureAnew();
                    }
                });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        setOnKeyPressed(new SelectionKeys(this)::pressed);
        focusedProperty().subscribe(focused -> mark.setVisible(focused));
    }

    String selectedText() {
        return content.substring(selected.getStart(), selected.getEnd());
    }

    void selectAll() {
        select(0, content.length());
    }

    void copy() {
        Copying.text(selectedText());
    }

    /// Shows where these words stand in it.
    void find(String words) {
        hits.of(words);
    }

    void select(int from, int to) {
        selected = IndexRange.normalize(from, to);
        mark.getElements()
                .setAll(text.getRangeShape(selected.getStart(), selected.getEnd(), false));
    }

    private void show(String next) {
        content = next;
        turns = Pieces.turns(next);
        List<Text> pieces = Pieces.of(next).stream().map(Text::new).toList();
        pieces.forEach(piece -> piece.getStyleClass().add("content"));
        text.resize(turns ? Pieces.UNBOUNDED : text.getWidth(), text.getHeight());
        text.getChildren().setAll(pieces);
        hits.in(next);
        setNodeOrientation(Side.of(next));
        setAccessibleText(next);
        if (selected.getEnd() > next.length()) {
            select(0, 0);
        }
        measureAnew();
    }

    private double wide(double width) {
        return turns && width > 0 ? Math.max(width, Pieces.leastWidth(letters())) : width;
    }

    private double letters() {
        return text.getChildren().getFirst() instanceof Text piece ? piece.getFont().getSize() : 0;
    }

    private void measureAnew() {
        natural = -1;
        requestLayout();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int at = hit(event);
        switch (event.getClickCount()) {
            case 1 -> {
                anchor = event.isShiftDown() ? anchor : at;
                select(anchor, at);
            }
            case 2 -> selectRun(WordAt.word(content, at));
            default -> selectRun(WordAt.paragraph(content, at));
        }
        event.consume();
    }

    private void selectRun(IndexRange run) {
        anchor = run.getStart();
        select(run.getStart(), run.getEnd());
    }

    private void dragged(MouseEvent event) {
        select(anchor, hit(event));
        event.consume();
    }

    private int hit(MouseEvent event) {
        Point2D inside = text.parentToLocal(event.getX(), event.getY());
        return Math.clamp(text.getHitInfo(inside).getInsertionIndex(), 0, content.length());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        if (natural < 0) {
            natural = Math.ceil(text.prefWidth(-1)) + 1;
        }
        return natural;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(text.prefHeight(wide(width)));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        text.resizeRelocate(0, 0, wide(getWidth()), getHeight());
        mark.setLayoutX(text.getLayoutX());
        mark.setLayoutY(text.getLayoutY());
        hits.show();
        select(selected.getStart(), selected.getEnd());
    }
}
