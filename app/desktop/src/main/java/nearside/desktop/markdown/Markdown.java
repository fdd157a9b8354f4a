package nearside.desktop.markdown;

import nearside.desktop.markdown.Block.Item;
import nearside.desktop.markdown.Block.Row;
import nearside.desktop.markdown.Block.Side;
import nearside.desktop.markdown.Block.Tick;
import nearside.desktop.words.Visible;

import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads Markdown (CommonMark with tables, tasks, strikethrough, footnotes, bare addresses and
/// formulas) into blocks. Nothing is fetched, and HTML is shown as it was written. May be used by
/// several threads.
public final class Markdown {
    /// What is nested deeper is read as text by the parser.
    private static final int DEEPEST = 24;

    private static final int MOST_COLUMNS = 64;

    private static final Parser PARSER =
            Parser.builder()
                    .extensions(
                            List.of(
                                    TablesExtension.create(),
                                    StrikethroughExtension.create(),
                                    TaskListItemsExtension.create(),
                                    AutolinkExtension.create(),
                                    FootnotesExtension.create()))
                    .customInlineContentParserFactory(new MathInline.Factory())
                    .customBlockParserFactory(new MathBlockParser.Factory())
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .maxOpenBlockParsers(DEEPEST)
                    .build();

    private Markdown() {}

    public static List<Block> read(String text) {
        return pieces(text).blocks();
    }

    static Pieces pieces(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        Node document = PARSER.parse(text);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            int before = blocks.size();
            add(node, blocks);
            for (int i = before; i < blocks.size(); i++) {
                sources.add(i == before ? source(node, text) : "");
            }
        }
        return new Pieces(blocks, sources);
    }

    private static String source(Node node, String text) {
        List<SourceSpan> lines = node.getSourceSpans();
        if (lines.isEmpty()) {
            return "";
        }
        int end = lines.getLast().getInputIndex() + lines.getLast().getLength();
        return text.substring(lines.getFirst().getInputIndex(), Math.min(end, text.length()));
    }

    private static List<Block> blocks(Node parent) {
        List<Block> all = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node, all);
        }
        return all;
    }

    private static void add(Node node, List<Block> all) {
        switch (node) {
            case Paragraph _ -> all.add(new Block.Prose(LineReader.read(node)));
            case org.commonmark.node.Heading heading ->
                    all.add(new Block.Heading(heading.getLevel(), LineReader.read(node)));
            case FencedCodeBlock code -> all.add(code(code.getInfo(), code.getLiteral()));
            case IndentedCodeBlock code -> all.add(code("", code.getLiteral()));
            case HtmlBlock html ->
                    all.add(new Block.Prose(plain(Visible.ofDirections(html.getLiteral()))));
            case BlockQuote _ -> all.add(new Block.Quote(blocks(node)));
            case BulletList _ -> all.add(new Block.Items(OptionalInt.empty(), items(node)));
            case OrderedList list -> {
                int from = Optional.ofNullable(list.getMarkerStartNumber()).orElse(1);
                all.add(new Block.Items(OptionalInt.of(from), items(node)));
            }
            case MathBlock math -> all.add(formula(math));
            case ThematicBreak _ -> all.add(new Block.Rule());
            case TableBlock _ -> all.add(table(node));
            case FootnoteDefinition note -> all.addAll(note(note));
            case LinkReferenceDefinition _, TaskListItemMarker _ -> {}
            default -> all.add(new Block.Prose(plain(Literals.of(node))));
        }
    }

    private static Block formula(MathBlock math) {
        return math.tex().isEmpty()
                ? new Block.Prose(plain(math.source()))
                : new Block.Formula(math.tex(), math.source());
    }

    private static Line plain(String text) {
        return new Line(List.of(new Run(text.stripTrailing(), Set.of(), Optional.empty())));
    }

    private static Block code(String info, String literal) {
        String language = info == null ? "" : info.strip().split("\\s+", 2)[0];
        String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        return new Block.Code(Visible.of(language), Visible.of(text));
    }

    private static List<Item> items(Node list) {
        List<Item> all = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            all.add(new Item(tick(node), blocks(node)));
        }
        return all;
    }

    private static Tick tick(Node item) {
        if (item.getFirstChild() instanceof TaskListItemMarker marker) {
            return marker.isChecked() ? Tick.DONE : Tick.OPEN;
        }
        return Tick.NONE;
    }

    /// A definition stands where it was written, behind its mark.
    private static List<Block> note(FootnoteDefinition note) {
        List<Block> all = new ArrayList<>();
        for (Node node = note.getFirstChild(); node != null; node = node.getNext()) {
            if (all.isEmpty() && node instanceof Paragraph) {
                all.add(new Block.Prose(LineReader.read("[" + note.getLabel() + "] ", node)));
            } else {
                add(node, all);
            }
        }
        return all;
    }

    /// Rows are as long as the head; what is beyond a width that nobody reads is one cell.
    private static Block table(Node table) {
        List<Side> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(row(row, columns));
                }
            }
        }
        return new Block.Table(columns, rows);
    }

    private static Row row(Node row, List<Side> columns) {
        boolean isHead = columns.isEmpty();
        List<Line> cells = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (cells.size() == MOST_COLUMNS) {
                cells.set(
                        MOST_COLUMNS - 1,
                        plain(cells.getLast().text() + " | " + Literals.of(node)));
                continue;
            }
            cells.add(LineReader.read(node));
            if (isHead && node instanceof TableCell cell) {
                columns.add(side(cell));
            }
        }
        while (cells.size() < columns.size()) {
            cells.add(new Line(List.of()));
        }
        return new Row(cells);
    }

    private static Side side(TableCell cell) {
        if (cell.getAlignment() == null) {
            return Side.LEFT;
        }
        return switch (cell.getAlignment()) {
            case LEFT -> Side.LEFT;
            case CENTER -> Side.CENTER;
            case RIGHT -> Side.RIGHT;
        };
    }
}
