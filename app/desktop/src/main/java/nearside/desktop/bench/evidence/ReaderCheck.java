package nearside.desktop.bench.evidence;

import com.google.gson.JsonObject;

import nearside.copilot.context.Filling.Kept;
import nearside.copilot.context.Rendering;
import nearside.copilot.context.graph.Graph;
import nearside.desktop.bench.AskedModel;
import nearside.desktop.bench.Unmeasured;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Asks a model each question twice, with what was kept and with all of it, and compares both
/// answers with the expected one. What does not fit its window is not asked.
final class ReaderCheck {
    private static final int LONGEST_ANSWER = 32;

    private final AskedModel model;
    private final List<AnswerScore> packed = new ArrayList<>();
    private final List<AnswerScore> full = new ArrayList<>();
    private int tooLong;

    ReaderCheck(AskedModel model) {
        this.model = model;
    }

    /// @param expected the right answer
    void ask(Graph graph, Kept kept, String question, String expected)
            throws Unmeasured, InterruptedException {
        Rendering rendering = new Rendering(graph);
        String all = prompt(rendering.of(all(graph)), question);
        String part = prompt(rendering.of(kept), question);
        if (!model.sees(all, LONGEST_ANSWER) || !model.sees(part, LONGEST_ANSWER)) {
            tooLong++;
            return;
        }
        packed.add(AnswerScore.of(model.answer(part, LONGEST_ANSWER), expected));
        full.add(AnswerScore.of(model.answer(all, LONGEST_ANSWER), expected));
    }

    private static Kept all(Graph graph) {
        BitSet pieces = new BitSet();
        pieces.set(0, graph.pieceCount());
        return new Kept(pieces, IntStream.range(0, graph.textCount()).boxed().toList(), 0);
    }

    private static String prompt(String text, String question) {
        return text
                + "\n\nAnswer from the text above alone, with as few words as possible.\nQuestion: "
                + question
                + "\nAnswer:";
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("model", model.id());
        json.addProperty("asked", packed.size());
        json.addProperty("too_long", tooLong);
        json.add("packed", of(packed));
        json.add("full", of(full));
        return json;
    }

    private static JsonObject of(List<AnswerScore> scores) {
        JsonObject json = new JsonObject();
        json.addProperty("f1", scores.stream().mapToDouble(AnswerScore::f1).average().orElse(0));
        json.addProperty(
                "exact", scores.stream().mapToInt(it -> it.isExact() ? 1 : 0).average().orElse(0));
        return json;
    }
}
