package nearside.copilot.context;

import nearside.copilot.context.graph.Text;
import nearside.copilot.context.reading.Sentences;
import nearside.engine.Prompt.Line;

import java.util.ArrayList;
import java.util.List;

/// The lines of a conversation cut into parts, and these into pieces, numbered as a graph of them
/// numbers them.
final class Cutting {
    private final List<Part> parts = new ArrayList<>();
    private final List<Integer> lineOf = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();

    /// @param asked the place of the question
    /// @param thinning that reads them
    Cutting(List<Line> lines, int asked, Thinning thinning) {
        for (int line = 0; line < lines.size(); line++) {
            for (Part part : Part.of(lines.get(line).text())) {
                parts.add(part);
                lineOf.add(line);
                texts.add(text(lines.get(line), part, line >= asked, thinning));
            }
        }
    }

    /// What is asked leads to nothing itself: it has all its words, and would be the best of all.
    private static Text text(Line line, Part part, boolean isAsked, Thinning thinning) {
        if (!part.isSaid()) {
            return thinning.document(part.name(), Sentences.of(part.text()));
        }
        return isAsked
                ? Sources.silent(part.text())
                : thinning.turn(line.role().wire(), part.text());
    }

    List<Text> texts() {
        return texts;
    }

    Part part(int text) {
        return parts.get(text);
    }

    /// The line that a part is of.
    int lineOf(int text) {
        return lineOf.get(text);
    }
}
