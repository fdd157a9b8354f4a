package nearside.desktop.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The words below a node, without how they look. However deep they are nested, nothing calls
/// itself.
final class Literals {
    private Literals() {}

    static String of(Node top) {
        StringBuilder words = new StringBuilder();
        Node node = top;
        while (node != null) {
            words.append(literal(node));
            node = next(node, top);
        }
        return words.toString();
    }

    private static @Nullable Node next(Node node, Node top) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != top && at.getNext() == null) {
            at = at.getParent();
        }
        return at == top ? null : at.getNext();
    }

    private static String literal(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case HtmlInline html -> html.getLiteral();
            case HtmlBlock html -> html.getLiteral();
            case FencedCodeBlock code -> code.getLiteral();
            case IndentedCodeBlock code -> code.getLiteral();
            case SoftLineBreak _, HardLineBreak _ -> "\n";
            case Block block when block.getPrevious() != null -> "\n";
            default -> "";
        };
    }
}
