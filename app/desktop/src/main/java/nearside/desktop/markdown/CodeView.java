package nearside.desktop.markdown;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.clipboard.Copying;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;

/// A block of code: its language, a button that copies it, and coloured lines that scroll or wrap.
/// While it grows, only the last lines are laid out again.
final class CodeView extends VBox {
    /// Lines of one node.
    private static final int PIECE = 16;

    private final Label language = new Label();
    private final VBox lines = new VBox();
    private final List<LineView> pieces = new ArrayList<>();
    private List<Line> shown = List.of();
    private Block.Code code;

    CodeView(Block.Code code, Words words) {
        this.code = code;
        getStyleClass().add("md-code-block");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        language.getStyleClass().add("second");
        lines.getStyleClass().add("md-code-lines");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        SideScroll pane = new SideScroll(lines);
        ToggleButton wrap = new ToggleButton(words.of("code.wrap"));
        wrap.setId("code-wrap");
        wrap.getStyleClass().add("link");
        wrap.setAccessibleText(words.of("code.wrap"));
        wrap.selectedProperty().subscribe(pane::setFitToWidth);
        Button copy = new Panel(words).button(new Button(), "code-copy", "code.copy", this::copy);
        copy.getStyleClass().add("link");
        HBox head = new HBox(language, between, wrap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("md-code-head");
        getChildren().addAll(head, pane);
        show(code);
    }

    /// Shows this code instead.
    void show(Block.Code next) {
        code = next;
        language.setText(next.language());
        List<Line> now =
                CodeColours.lines(next.language(), next.text()).stream()
                        .gather(Gatherers.windowFixed(PIECE))
                        .map(CodeView::joined)
                        .toList();
        int same = 0;
        while (same < Math.min(now.size(), shown.size()) && now.get(same).equals(shown.get(same))) {
            same++;
        }
        pieces.subList(same, pieces.size()).clear();
        for (Line piece : now.subList(same, now.size())) {
            pieces.add(new LineView(piece, "md-code-line", "\n", Tex.Display.INLINE, _ -> {}));
        }
        for (LineView piece : pieces) {
            piece.endsWith(piece == pieces.getLast() ? BlockView.APART : "\n");
        }
        lines.getChildren().setAll(pieces);
        shown = now;
    }

    private static Line joined(List<Line> lines) {
        List<Run> runs = new ArrayList<>(lines.getFirst().runs());
        for (Line line : lines.subList(1, lines.size())) {
            runs.add(new Run("\n", Set.of(), Optional.empty()));
            runs.addAll(line.runs());
        }
        return new Line(runs);
    }

    List<Leaf> leaves() {
        return List.copyOf(pieces);
    }

    private void copy() {
        Copying.text(code.text());
    }
}
