package nearside.desktop.bench.evidence;

import nearside.copilot.context.graph.Graph;
import nearside.copilot.context.graph.Text;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A question, the texts in which its answer stands, and the evidence for it.
///
/// @param answer empty where the set has none
/// @param evidence what has to be there for an answer
record Task(String question, Optional<String> answer, List<Text> texts, List<Evidence> evidence) {
    Task {
        Objects.requireNonNull(question);
        Objects.requireNonNull(answer);
        texts = List.copyOf(texts);
        evidence = List.copyOf(evidence);
    }

    /// Pieces of one text.
    ///
    /// @param text its place among the texts
    /// @param from the first piece of it
    /// @param to behind the last one
    record Evidence(int text, int from, int to) {}

    /// The evidence by the numbers of a graph of these texts.
    BitSet in(Graph graph) {
        BitSet pieces = new BitSet();
        for (Evidence each : evidence) {
            int begin = graph.begin(each.text());
            pieces.set(begin + each.from(), begin + each.to());
        }
        return pieces;
    }
}
