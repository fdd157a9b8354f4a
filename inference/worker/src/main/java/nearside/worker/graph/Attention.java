package nearside.worker.graph;

import java.util.List;

/// The attention steps of a graph: `com.microsoft.GroupQueryAttention` as ONNX Runtime's list of
/// contributed operators describes it.
final class Attention {
    private Attention() {}

    static List<Node> steps(Graph graph) throws GraphException {
        List<Node> steps =
                graph.nodes().stream()
                        .filter(node -> node.isMicrosoft("GroupQueryAttention"))
                        .toList();
        if (steps.isEmpty()) {
            throw new GraphException("no GroupQueryAttention");
        }
        return steps;
    }
}
