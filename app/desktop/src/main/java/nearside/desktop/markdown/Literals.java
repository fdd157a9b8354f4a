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

/// The words below a node, without how they look. However deep they are nested, nothing calls
/// itself.

final class Literals {
    private Literals() {}

    static String of(Node top) {
        StringBuilder words = new StringBuilder(literal(top));
        int depth = 1;
        Node node = top.getFirstChild();
        while (node != null) {
            words.append(literal(node));
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (depth > 1 && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node.getNext();
        }
        return words.toString();
    }

    private static String literal(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case HtmlInline html -> html.getLiteral();
            case HtmlBlock html -> html.getLiteral();
            case FencedCodeBlock code -> code.getLiteral();
            case IndentedCodeBlock code -> code.getLiteral();
            case MathNode math -> math.source();
            case MathBlock math -> math.source();
            case SoftLineBreak _, HardLineBreak _ -> "\n";
            case Block block when block.getPrevious() != null -> "\n";
            default -> "";
        };
    }
}
