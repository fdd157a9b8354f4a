package nearside.desktop.markdown;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

import nearside.desktop.words.Visible;
import nearside.desktop.writing.Hits;
import nearside.desktop.writing.Pieces;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Wrapped text of one line of a message, with what is selected of it behind.
final class LineView extends Region implements Leaf {
    private static final double UNKNOWN = Double.NaN;

    /// Stands for a formula among characters.
    private static final String OBJECT = "\uFFFC";

    private final Line line;
    private final String shown;
    private final Tex.Display display;
    private final Consumer<String> links;
    private final boolean turns;
    private String behind;
    private final TextFlow flow = new TextFlow();
    private final Path mark = new Path();
    private final Hits hits = new Hits(flow);
    private double knownWidth = UNKNOWN;
    private double knownHeight;
    private int from;
    private int to;

    /// @param display how its formulas stand
    /// @param links told of the address that a person wants to open
    LineView(Line line, String style, String behind, Tex.Display display, Consumer<String> links) {
        this.links = links;
        this.line = line;
        this.display = display;
        shown = line.runs().stream().map(LineView::shown).collect(Collectors.joining());
        turns = Pieces.turns(shown);
        this.behind = behind;
        getStyleClass().addAll("md-line", style);
        flow.setManaged(false);
        flow.resize(turns ? Pieces.UNBOUNDED : 0, 0);
        mark.setManaged(false);
        mark.getStyleClass().add("mark");
        line.runs().forEach(run -> flow.getChildren().addAll(nodes(run)));
        hits.in(shown);
        getChildren().addAll(hits, mark, flow);
        flow.needsLayoutProperty()
                .subscribe(needs -> {
                    if (needs) {
                        requestLayout();
                    }
                });
    }

    private List<? extends Node> nodes(Run run) {
        return run.tex().isPresent()
                ? List.of(new FormulaView(run, display, this::requestLayout))
                : texts(run);
    }

    private List<Text> texts(Run run) {
        List<Text> texts = Pieces.of(run.text()).stream().map(Text::new).toList();
        for (Text text : texts) {
            text.getStyleClass().add("content");
            run.styles().forEach(it -> text.getStyleClass().add(name(it)));
            run.link().ifPresent(link -> lead(text, link.address()));
        }
        texts.getFirst().setFocusTraversable(run.link().isPresent());
        return texts;
    }

    private void lead(Text text, String address) {
        text.getStyleClass().add("md-link");
        text.setCursor(Cursor.HAND);
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setAccessibleText(text.getText() + ", " + Visible.of(address));
        Tooltip.install(text, new Tooltip(Visible.of(address)));
        text.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                links.accept(address);
            }
        });
        text.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                key.consume();
                links.accept(address);
            }
        });
    }

    private static String name(Run.Style style) {
        return "md-" + style.name().toLowerCase(Locale.ROOT);
    }

    /// What stands between it and the next one from now on.
    void endsWith(String separator) {
        behind = separator;
    }

    void align(TextAlignment side) {
        flow.setTextAlignment(side);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public String text() {
        return shown;
    }

    /// A formula is copied as it was written.
    @Override
    public String copied(int first, int last) {
        StringBuilder copy = new StringBuilder();
        int at = 0;
        for (Run run : line.runs()) {
            String text = shown(run);
            int begin = Math.clamp(first - at, 0, text.length());
            int end = Math.clamp(last - at, 0, text.length());
            if (begin < end) {
                copy.append(run.tex().isPresent() ? run.text() : text.substring(begin, end));
            }
            at += text.length();
        }
        return copy.toString();
    }

    private static String shown(Run run) {
        return run.tex().isPresent() ? OBJECT : run.text();
    }

    @Override
    public String behind() {
        return behind;
    }

    @Override
    public int at(Point2D scene) {
        Point2D inside = flow.sceneToLocal(scene);
        return Math.clamp(flow.getHitInfo(inside).getInsertionIndex(), 0, text().length());
    }

    @Override
    public void mark(int first, int last) {
        from = first;
        to = last;
        if (from == to) {
            mark.getElements().clear();
        } else {
            mark.getElements().setAll(flow.getRangeShape(from, to, false));
        }
    }

    @Override
    public void find(String words) {
        hits.of(words);
    }

    @Override
    public double getBaselineOffset() {
        return getInsets().getTop() + flow.getBaselineOffset();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets around = getInsets();
        return Math.ceil(flow.prefWidth(-1)) + 1 + around.getLeft() + around.getRight();
    }

    /// Asked at each pulse in which another piece of the message has changed.
    @Override
    protected double computePrefHeight(double width) {
        if (width != knownWidth) {
            Insets around = getInsets();
            double room = width < 0 ? width : width - around.getLeft() - around.getRight();
            knownHeight =
                    Math.ceil(flow.prefHeight(wide(room))) + around.getTop() + around.getBottom();
            knownWidth = width;
        }
        return knownHeight;
    }

    private double wide(double room) {
        return turns && room >= 0 ? Math.max(room, Pieces.leastWidth(letters())) : room;
    }

    private double letters() {
        return flow.getChildren().getFirst() instanceof Text text ? text.getFont().getSize() : 0;
    }

    @Override
    public void requestLayout() {
        knownWidth = UNKNOWN;
        super.requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        double width = getWidth() - around.getLeft() - around.getRight();
        double height = getHeight() - around.getTop() - around.getBottom();
        flow.resizeRelocate(around.getLeft(), around.getTop(), wide(width), height);
        mark(from, to);
        mark.setLayoutX(around.getLeft());
        mark.setLayoutY(around.getTop());
        hits.show();
    }
}
