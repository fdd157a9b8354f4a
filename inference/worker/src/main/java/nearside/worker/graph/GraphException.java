package nearside.worker.graph;

/// The bytes are no ONNX graph, or one of another make than an edit knows.
public final class GraphException extends Exception {
    private static final long serialVersionUID = 1;

    GraphException(String problem) {
        super(problem);
    }
}
