package nearside.desktop.markdown;

import nearside.desktop.markdown.Run.Style;
import nearside.desktop.words.Visible;

import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what stands in a paragraph, a heading or a cell. HTML stays the text that it is, and
/// pictures become what they say they show.
final class LineReader {
    /// What is nested deeper is text alone.
    private static final int DEEPEST = 32;

    private final List<Run> runs = new ArrayList<>();

    /// How the pieces below a node look.
    private record Look(Set<Style> styles, Optional<Link> link, int depth) {
        static final Look PLAIN = new Look(Set.of(), Optional.empty(), 0);

        Look with(Style style) {
            Set<Style> more = EnumSet.of(style);
            more.addAll(styles);
            return new Look(more, link, depth + 1);
        }

        Look to(Link other) {
            return new Look(styles, Optional.of(other), depth + 1);
        }
    }

    static Line read(Node parent) {
        LineReader reader = new LineReader();
        reader.children(parent, Look.PLAIN);
        return reader.line();
    }

    /// The same behind a mark of this program.
    static Line read(String mark, Node parent) {
        LineReader reader = new LineReader();
        reader.add(mark, Look.PLAIN.with(Style.ASIDE));
        reader.children(parent, Look.PLAIN);
        return reader.line();
    }

    private Line line() {
        return new Line(runs);
    }

    private void children(Node parent, Look look) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (look.depth > DEEPEST) {
                add(Visible.ofDirections(Literals.of(node)), look);
            } else {
                read(node, look);
            }
        }
    }

    private void read(Node node, Look look) {
        switch (node) {
            case Text text -> add(Visible.ofDirections(text.getLiteral()), look);
            case Code code -> add(Visible.of(code.getLiteral()), look.with(Style.CODE));
            case MathNode math ->
                    runs.add(
                            new Run(
                                    math.source(),
                                    look.styles,
                                    look.link,
                                    Optional.of(math.tex())));
            case HtmlInline html -> add(Visible.ofDirections(html.getLiteral()), look);
            case SoftLineBreak _ -> add(" ", look);
            case HardLineBreak _ -> add("\n", look);
            case Emphasis _ -> children(node, look.with(Style.EMPHASIS));
            case StrongEmphasis _ -> children(node, look.with(Style.STRONG));
            case Strikethrough _ -> children(node, look.with(Style.STRIKE));
            case org.commonmark.node.Link link -> link(node, link.getDestination(), look);
            case Image image -> link(node, image.getDestination(), look);
            case FootnoteReference note -> add("[" + note.getLabel() + "]", look.with(Style.ASIDE));
            default -> children(node, look);
        }
    }

    /// Where a link leads stands beside it, unless it says so itself.
    private void link(Node node, String target, Look look) {
        String text = Literals.of(node);
        Optional<Link> link = Link.of(target);
        Look inside = link.map(look::to).orElse(look);
        if (text.isBlank()) {
            add(Visible.of(target), inside);
            return;
        }
        children(node, inside);
        String leads = link.map(Link::host).orElse(target);
        if (!leads.isBlank() && !text.contains(leads)) {
            add(" (" + Visible.of(leads) + ")", look.with(Style.ASIDE));
        }
    }

    private void add(String text, Look look) {
        Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null
                && last.tex().isEmpty()
                && last.styles().equals(look.styles)
                && last.link().equals(look.link)) {
            runs.set(runs.size() - 1, new Run(last.text() + text, look.styles, look.link));
        } else if (!text.isEmpty()) {
            runs.add(new Run(text, look.styles, look.link));
        }
    }
}
