package nearside.copilot.context;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.graph.Graph;
import nearside.engine.Prompt.Line;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Puts lines together again from the pieces that stay, in their order.
///
/// @param lines as they were
record Assembly(List<Line> lines, Cutting cutting, Graph graph) {
    /// Stands where something of a line is left out.
    static final String GAP = "[…]";

    /// A line without what does not stay of it.
    ///
    /// @param seen how much of it stays
    record Shortened(Line line, Seen seen) {}

    /// One for each line.
    List<Shortened> of(BitSet kept) {
        List<Shortened> all = new ArrayList<>();
        int text = 0;
        for (int line = 0; line < lines.size(); line++) {
            Writing writing = new Writing(kept);
            while (text < graph.textCount() && cutting.lineOf(text) == line) {
                writing.add(text++);
            }
            all.add(writing.shortened(lines.get(line)));
        }
        return all;
    }

    private final class Writing {
        private final BitSet kept;
        private final StringBuilder written = new StringBuilder();
        private boolean isGap;
        private boolean isWhole = true;
        private boolean isNothing = true;

        Writing(BitSet kept) {
            this.kept = kept;
        }

        void add(int text) {
            Part part = cutting.part(text);
            int from = graph.begin(text);
            int to = graph.begin(text + 1);
            if (kept.get(from, to).isEmpty()) {
                isGap = true;
                isWhole &= from == to;
                return;
            }
            String between = part.isSaid() ? " " : "\n";
            gap(" ");
            written.append(part.open());
            for (int piece = from; piece < to; piece++) {
                add(graph.piece(piece).text(), kept.get(piece), between);
            }
            if (!part.isSaid()) {
                gap(between);
                endLine();
                written.append(part.close());
            }
        }

        private void add(String piece, boolean stays, String between) {
            if (stays) {
                gap(between);
                written.append(piece);
                isNothing = false;
            } else {
                isGap = true;
                isWhole = false;
            }
        }

        private void gap(String between) {
            if (isGap) {
                written.setLength(written.toString().stripTrailing().length());
                written.append(written.isEmpty() ? "" : between).append(GAP).append(between);
            }
            isGap = false;
        }

        private void endLine() {
            if (written.charAt(written.length() - 1) != '\n') {
                written.append('\n');
            }
        }

        Shortened shortened(Line line) {
            if (isWhole) {
                return new Shortened(line, Seen.WHOLE);
            }
            gap(" ");
            return new Shortened(
                    new Line(
                            line.role(),
                            written.toString().stripTrailing(),
                            line.calls(),
                            line.answers()),
                    isNothing ? Seen.NOTHING : Seen.PART);
        }
    }
}
