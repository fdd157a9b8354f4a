package nearside.desktop.markdown;

import javafx.geometry.HPos;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import nearside.desktop.words.Words;
import nearside.desktop.writing.Side;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One block as it is laid out, and the pieces of it that can be selected, in their order.
final class BlockView {
    static final String APART = "\n\n";

    private final Node node;
    private final List<Leaf> leaves = new ArrayList<>();

    private BlockView(Block block, Words words, Consumer<String> links) {
        node = new Builder(words, leaves, links).node(block);
    }

    /// @param links told of the address that a person wants to open
    static BlockView of(Block block, Words words, Consumer<String> links) {
        return new BlockView(block, words, links);
    }

    Node node() {
        return node;
    }

    List<Leaf> leaves() {
        return node instanceof CodeView code ? code.leaves() : List.copyOf(leaves);
    }

    /// Shows another block in the same node, if it can.
    boolean becomes(Block next) {
        if (node instanceof CodeView view && next instanceof Block.Code code) {
            view.show(code);
            return true;
        }
        return false;
    }

    private record Builder(Words words, List<Leaf> leaves, Consumer<String> links) {
        Node node(Block block) {
            int before = leaves.size();
            Node made = made(block);
            if (!(made instanceof CodeView)) {
                made.setNodeOrientation(side(leaves.subList(before, leaves.size())));
            }
            return made;
        }

        private static NodeOrientation side(List<Leaf> inside) {
            return inside.stream()
                    .map(leaf -> Side.of(leaf.text()))
                    .filter(side -> side != NodeOrientation.INHERIT)
                    .findFirst()
                    .orElse(NodeOrientation.INHERIT);
        }

        private Node made(Block block) {
            return switch (block) {
                case Block.Prose(Line line) -> line(line, "md-prose");
                case Block.Heading(int level, Line line) -> line(line, "md-h" + Math.min(level, 4));
                case Block.Code code -> code(code);
                case Block.Formula formula -> formula(formula);
                case Block.Quote(List<Block> blocks) -> quote(blocks);
                case Block.Items items -> items(items);
                case Block.Table table -> TableGrid.of(table, leaves::add, links);
                case Block.Rule() -> rule();
            };
        }

        private Node line(Line line, String style) {
            LineView view = new LineView(line, style, APART, Tex.Display.INLINE, links);
            leaves.add(view);
            return view;
        }

        private Node formula(Block.Formula formula) {
            Run run =
                    new Run(
                            formula.source(),
                            Set.of(),
                            Optional.empty(),
                            Optional.of(formula.tex()));
            LineView view =
                    new LineView(
                            new Line(List.of(run)),
                            "md-formula-block",
                            APART,
                            Tex.Display.BLOCK,
                            links);
            view.align(TextAlignment.CENTER);
            leaves.add(view);
            return view;
        }

        private Node code(Block.Code code) {
            CodeView view = new CodeView(code, words);
            leaves.addAll(view.leaves());
            return view;
        }

        private VBox column(List<Block> blocks) {
            VBox column = new VBox();
            column.getStyleClass().add("md-blocks");
            blocks.forEach(block -> column.getChildren().add(node(block)));
            return column;
        }

        private Node quote(List<Block> blocks) {
            VBox column = column(blocks);
            column.getStyleClass().add("md-quote");
            return column;
        }

        /// Marks are as wide as the widest, so that all items begin in one line.
        private Node items(Block.Items items) {
            ColumnConstraints marks = new ColumnConstraints();
            marks.setMinWidth(Region.USE_PREF_SIZE);
            marks.setHalignment(items.from().isPresent() ? HPos.RIGHT : HPos.LEFT);
            ColumnConstraints inside = new ColumnConstraints();
            inside.setHgrow(Priority.ALWAYS);
            GridPane grid = new GridPane();
            grid.getStyleClass().add("md-items");
            grid.getColumnConstraints().addAll(marks, inside);
            for (int i = 0; i < items.items().size(); i++) {
                Label mark = new Label(mark(items, i));
                mark.getStyleClass().add("md-item-mark");
                VBox blocks = column(items.items().get(i).blocks());
                GridPane.setValignment(mark, VPos.BASELINE);
                GridPane.setValignment(blocks, VPos.BASELINE);
                grid.addRow(i, mark, blocks);
            }
            return grid;
        }

        private static String mark(Block.Items items, int at) {
            return switch (items.items().get(at).tick()) {
                case OPEN -> "☐";
                case DONE -> "☑";
                case NONE ->
                        items.from().isPresent()
                                ? Long.toString((long) items.from().getAsInt() + at) + "."
                                : "•";
            };
        }

        private static Node rule() {
            Region rule = new Region();
            rule.getStyleClass().add("md-rule");
            return rule;
        }
    }
}
