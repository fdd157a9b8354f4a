package nearside.worker.graph;

import java.util.List;

/// Lets an input choose the rotary factors of a long-context decoder.
///
/// Such a graph compares the length of the mask with the length that the model was trained on and
/// takes, by an `If`, tables of short or long factors. In a prompt that is read in pieces the first
/// ones would be read with short factors and the rest with long ones. Here the compared number
/// comes from a new input: the length of the whole.
public final class RotaryLength {
    /// The new input, int64 of shape `[1]`.
    public static final String INPUT = "nearside.rotary_length";

    private static final int COS = 7;
    private static final int SIN = 8;

    private RotaryLength() {}

    /// Makes the edit.
    ///
    /// @throws GraphException when the graph does not choose its tables by the length of the mask
    public static Graph choose(Graph graph, String mask) throws GraphException {
        Node choice = choice(graph);
        Node comparison = producer(graph, choice.input(0), "Greater");
        Node length = producer(graph, comparison.input(0), "Gather");
        Node shape = producer(graph, length.input(0), "Shape");
        if (!shape.input(0).equals(mask)) {
            throw new GraphException("the tables do not depend on " + mask);
        }
        producer(graph, comparison.input(1), "Constant");
        return graph.replacing(comparison, comparison.withInput(0, INPUT))
                .with(Port.input(INPUT, ElementType.INT64, 1));
    }

    /// The one `If` that all attention steps have their tables from.
    private static Node choice(Graph graph) throws GraphException {
        List<Node> attention = Attention.steps(graph);
        Node choice = producer(graph, attention.getFirst().input(COS), "If");
        for (Node step : attention) {
            if (!choice.outputs().containsAll(List.of(step.input(COS), step.input(SIN)))) {
                throw new GraphException("tables of several makes");
            }
        }
        return choice;
    }

    private static Node producer(Graph graph, String value, String op) throws GraphException {
        return graph.producer(value)
                .filter(node -> node.is(op))
                .orElseThrow(() -> new GraphException("no " + op + " makes " + value));
    }
}
