package nearside.desktop.markdown;

import org.commonmark.node.CustomBlock;

/// A formula between lines of text, or what only began like one.
final class MathBlock extends CustomBlock {
    private String source = "";
    private String tex = "";

    /// As it was written, with its delimiters.
    String source() {
        return source;
    }

    /// Empty where it did not come to its end.
    String tex() {
        return tex;
    }

    void set(String written, String formula) {
        source = written;
        tex = formula;
    }
}
