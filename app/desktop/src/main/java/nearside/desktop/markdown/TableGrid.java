package nearside.desktop.markdown;

import javafx.scene.layout.GridPane;
import javafx.scene.text.TextAlignment;

import java.util.List;
import java.util.function.Consumer;

/// A table that scrolls where it is wider than the page.
final class TableGrid {
    private TableGrid() {}

    /// @param leaves told of each cell, row by row
    /// @param links told of the address that a person wants to open
    static SideScroll of(Block.Table table, Consumer<Leaf> leaves, Consumer<String> links) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("md-table");
        for (int row = 0; row < table.rows().size(); row++) {
            List<Line> cells = table.rows().get(row).cells();
            for (int column = 0; column < cells.size(); column++) {
                boolean isLast = column == cells.size() - 1;
                LineView cell =
                        new LineView(
                                cells.get(column),
                                row == 0 ? "md-table-head" : "md-table-cell",
                                isLast ? "\n" : "\t",
                                Tex.Display.INLINE,
                                links);
                cell.align(side(table, column));
                grid.add(cell, column, row);
                leaves.accept(cell);
            }
        }
        return new SideScroll(grid);
    }

    private static TextAlignment side(Block.Table table, int column) {
        return column >= table.columns().size()
                ? TextAlignment.LEFT
                : switch (table.columns().get(column)) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                };
    }
}
