package nearside.desktop.markdown;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds formulas between lines: `$$` or `\\[` at the beginning of a line, and its end at the end
/// of one. An empty line before the end makes it text.
final class MathBlockParser extends AbstractBlockParser {
    private static final int CODE_INDENT = 4;

    private final MathBlock block = new MathBlock();
    private final Fence fence;
    private final List<String> lines = new ArrayList<>();
    private boolean closed;

    private record Fence(String begin, String end) {
        static Optional<Fence> of(String line) {
            return List.of(new Fence("$$", "$$"), new Fence("\\[", "\\]")).stream()
                    .filter(it -> it.begins(line))
                    .findFirst();
        }

        /// What stands behind it in its line is nothing, or all of the formula.
        private boolean begins(String line) {
            String rest = line.startsWith(begin) ? line.substring(begin.length()).strip() : "x";
            int at = rest.indexOf(end);
            return rest.isEmpty()
                    || (line.startsWith(begin)
                            && (at < 0 ? isTex(rest) : at > 0 && ends(rest, at)));
        }

        private boolean ends(String rest, int at) {
            return at == rest.length() - end.length();
        }

        private static boolean isTex(String rest) {
            return rest.startsWith("\\");
        }
    }

    private MathBlockParser(Fence fence) {
        this.fence = fence;
    }

    /// Makes one for each formula.
    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            String line = text(state);
            return state.getIndent() >= CODE_INDENT
                    ? BlockStart.none()
                    : Fence.of(line)
                            .map(fence ->
                                    BlockStart.of(new MathBlockParser(fence))
                                            .atIndex(state.getNextNonSpaceIndex()))
                            .orElseGet(BlockStart::none);
        }
    }

    private static String text(ParserState state) {
        return state.getLine()
                .getContent()
                .subSequence(state.getNextNonSpaceIndex(), state.getLine().getContent().length())
                .toString();
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return closed || state.isBlank()
                ? BlockContinue.none()
                : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String text = line.getContent().toString();
        String stripped = text.strip();
        boolean opens = lines.isEmpty();
        lines.add(text);
        String rest = opens ? stripped.substring(fence.begin().length()) : stripped;
        closed = rest.endsWith(fence.end());
    }

    @Override
    public void closeBlock() {
        String source = String.join("\n", lines);
        String whole = source.strip();
        block.set(
                source,
                closed
                        ? whole.substring(
                                        fence.begin().length(),
                                        whole.length() - fence.end().length())
                                .strip()
                        : "");
    }
}
