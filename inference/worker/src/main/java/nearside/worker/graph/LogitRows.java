package nearside.worker.graph;

import java.util.List;

/// Cuts the head: logits are computed for the last rows of a run alone.
///
/// Exported decoders compute them for all rows of a prompt, which costs time and, for each row,
/// four bytes for every word of the vocabulary. A `Slice` before the last matrix product keeps the
/// rows from the one that a new input names; whatever computes them is the same as before.
public final class LogitRows {
    /// The new input, int64 of shape `[1]`: the first row whose logits are computed.
    public static final String INPUT = "nearside.logits_from";

    private static final String ROWS = "nearside.logits_rows";
    private static final String KEPT = "nearside.logits_hidden";
    private static final String END = "nearside.logits_end";
    private static final String AXIS = "nearside.logits_axis";
    private static final int ROW_AXIS = 1;
    private static final int MOST_STEPS = 8;

    /// What may stand between the matrix product and the logits: it treats each number by itself.
    private static final List<String> ELEMENTWISE = List.of("Cast", "Mul", "Div", "Tanh");

    private LogitRows() {}

    /// Makes the edit.
    ///
    /// @throws GraphException when the logits do not come out of one product with a weight
    public static Graph cut(Graph graph, String logits) throws GraphException {
        Node head = head(graph, logits);
        Port output = graph.output(logits);
        Node slice = Node.of("Slice", KEPT, List.of(head.input(0), INPUT, END, AXIS), KEPT);
        return graph.replacing(head, slice, head.withInput(0, KEPT))
                .replacing(output, output.naming(ROW_AXIS, ROWS))
                .with(Port.input(INPUT, ElementType.INT64, 1))
                .with(List.of(Tensors.of(END, Long.MAX_VALUE), Tensors.of(AXIS, ROW_AXIS)));
    }

    private static Node head(Graph graph, String logits) throws GraphException {
        Node node = producer(graph, logits);
        for (int i = 0; i < MOST_STEPS && ELEMENTWISE.stream().anyMatch(node::is); i++) {
            node = producer(graph, varying(graph, node));
        }
        boolean product = node.is("MatMul") || node.isMicrosoft("MatMulNBits");
        if (!product || !graph.isWeight(node.input(1)) || node.input(0).isEmpty()) {
            throw new GraphException("the logits are no product with a weight");
        }
        return node;
    }

    private static Node producer(Graph graph, String value) throws GraphException {
        return graph.producer(value)
                .orElseThrow(() -> new GraphException("nothing computes " + value));
    }

    /// The one input that is neither a weight nor a constant.
    private static String varying(Graph graph, Node node) throws GraphException {
        String found = "";
        for (String input : node.inputs()) {
            boolean constant =
                    graph.isWeight(input)
                            || graph.producer(input)
                                    .filter(made -> made.is("Constant"))
                                    .isPresent();
            if (!constant && !found.isEmpty()) {
                throw new GraphException("two values make the logits: " + found + ", " + input);
            }
            found = constant ? found : input;
        }
        return found;
    }
}
