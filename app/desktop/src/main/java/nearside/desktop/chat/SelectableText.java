package nearside.desktop.chat;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.IndexRange;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

import nearside.desktop.clipboard.Copying;
import nearside.desktop.markdown.WordAt;

/// Wrapped plain text that can be selected by mouse and copied. One text node: a long answer that
/// grows costs one layout a frame.
final class SelectableText extends Region {
    private final Text text = new Text();
    private final Path mark = new Path();
    private IndexRange selected = new IndexRange(0, 0);
    private int anchor;
    private double natural = -1;

    SelectableText(ObservableValue<String> content) {
        getStyleClass().add("selectable");
        setCursor(Cursor.TEXT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        text.setManaged(false);
        text.getStyleClass().add("content");
        mark.setManaged(false);
        mark.getStyleClass().add("mark");
        getChildren().addAll(mark, text);
        content.subscribe(this::show);
        text.fontProperty().subscribe(this::measureAnew);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        setOnKeyPressed(new SelectionKeys(this)::pressed);
        focusedProperty().subscribe(focused -> mark.setVisible(focused));
    }

    String selectedText() {
        return text.getText().substring(selected.getStart(), selected.getEnd());
    }

    void selectAll() {
        select(0, text.getText().length());
    }

    void copy() {
        Copying.text(selectedText());
    }

    void select(int from, int to) {
        selected = IndexRange.normalize(from, to);
        mark.getElements().setAll(text.rangeShape(selected.getStart(), selected.getEnd()));
    }

    private void show(String content) {
        text.setText(content);
        setAccessibleText(content);
        if (selected.getEnd() > content.length()) {
            select(0, 0);
        }
        measureAnew();
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
            case 2 -> selectRun(WordAt.word(text.getText(), at));
            default -> selectRun(WordAt.paragraph(text.getText(), at));
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
        int at = text.hitTest(text.parentToLocal(event.getX(), event.getY())).getInsertionIndex();
        return Math.clamp(at, 0, text.getText().length());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        if (natural < 0) {
            double wrapped = text.getWrappingWidth();
            text.setWrappingWidth(0);
            natural = Math.ceil(text.getLayoutBounds().getWidth()) + 1;
            text.setWrappingWidth(wrapped);
        }
        return natural;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width > 0) {
            text.setWrappingWidth(width);
        }
        return Math.ceil(text.getLayoutBounds().getHeight());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        text.setWrappingWidth(getWidth());
        text.relocate(0, 0);
        mark.setLayoutX(text.getLayoutX());
        mark.setLayoutY(text.getLayoutY());
        select(selected.getStart(), selected.getEnd());
    }
}
