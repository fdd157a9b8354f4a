package nearside.desktop.markdown;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.words.Words;

import java.util.ArrayList;
import java.util.List;

/// One block as it is laid out, and the pieces of it that can be selected, in their order.
record BlockView(Node node, List<Leaf> leaves) {
    private static final String APART = "\n\n";

    BlockView {
        leaves = List.copyOf(leaves);
    }

    static BlockView of(Block block, Words words) {
        List<Leaf> leaves = new ArrayList<>();
        Node node = new Builder(words, leaves).node(block);
        return new BlockView(node, leaves);
    }

    private record Builder(Words words, List<Leaf> leaves) {
        Node node(Block block) {
            return switch (block) {
                case Block.Prose(Line line) -> line(line, "md-prose");
                case Block.Heading(int level, Line line) -> line(line, "md-h" + Math.min(level, 4));
                case Block.Code code -> code(code);
                case Block.Quote(List<Block> blocks) -> quote(blocks);
                case Block.Items items -> items(items);
                case Block.Table table -> new TableGrid(table, leaves::add);
                case Block.Rule() -> rule();
            };
        }

        private Node line(Line line, String style) {
            LineView view = new LineView(line, style, APART);
            leaves.add(view);
            return view;
        }

        private Node code(Block.Code code) {
            CodeView view = new CodeView(code, words);
            leaves.add(view.leaf());
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

        private Node items(Block.Items items) {
            VBox column = new VBox();
            column.getStyleClass().add("md-items");
            for (int i = 0; i < items.items().size(); i++) {
                Label mark = new Label(mark(items, i));
                mark.getStyleClass().add("md-item-mark");
                mark.setMinWidth(Region.USE_PREF_SIZE);
                VBox inside = column(items.items().get(i).blocks());
                HBox.setHgrow(inside, Priority.ALWAYS);
                column.getChildren().add(new HBox(mark, inside));
            }
            return column;
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
