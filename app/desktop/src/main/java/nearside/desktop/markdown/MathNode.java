package nearside.desktop.markdown;

import org.commonmark.node.CustomNode;

/// A formula in a line of text.
final class MathNode extends CustomNode {
    private final String source;
    private final String tex;

    /// @param source as it was written, with its delimiters
    MathNode(String source, String tex) {
        this.source = source;
        this.tex = tex;
    }

    String source() {
        return source;
    }

    String tex() {
        return tex;
    }
}
