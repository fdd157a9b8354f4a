package nearside.desktop.markdown;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/// A block of a message.
public sealed interface Block {
    record Prose(Line line) implements Block {
        public Prose {
            Objects.requireNonNull(line);
        }
    }

    /// A title.
    ///
    /// @param level from 1, the highest, to 6
    record Heading(int level, Line line) implements Block {}

    /// What is kept as it was written.
    ///
    /// @param language as the text names it; empty where it does not
    /// @param text without its last line break
    record Code(String language, String text) implements Block {}

    /// A formula in LaTeX.
    ///
    /// @param source as it was written, with its delimiters
    record Formula(String tex, String source) implements Block {}

    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /// A list.
    ///
    /// @param from the first number; empty for bullets
    record Items(OptionalInt from, List<Item> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// One of a list.
    record Item(Tick tick, List<Block> blocks) {
        public Item {
            blocks = List.copyOf(blocks);
        }
    }

    /// Whether it is something to do.
    enum Tick {
        NONE,
        OPEN,
        DONE
    }

    /// Cells in rows.
    ///
    /// @param rows the heads first, each as long as the columns
    record Table(List<Side> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    record Row(List<Line> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// To which side a column is set.
    enum Side {
        LEFT,
        CENTER,
        RIGHT
    }

    /// A line across.
    record Rule() implements Block {}
}
