package nearside.worker.graph;

import nearside.engine.folder.ModelFolder.Names;

/// A graph with the edits that this program wants, as far as its make allows them. An edit that
/// cannot be made is left out.
public final class EditedGraph {
    private Graph graph;
    private boolean cutsLogits;
    private boolean roundsActivations;

    private EditedGraph(Graph graph) {
        this.graph = graph;
    }

    /// Makes the edits.
    ///
    /// @throws GraphException when the bytes are no graph
    public static EditedGraph of(byte[] file, Names names) throws GraphException {
        EditedGraph edited = new EditedGraph(Graph.read(file));
        edited.roundsActivations = edited.graph.countRounded() > 1;
        edited.cutsLogits = edited.apply(graph -> LogitRows.cut(graph, names.outputs().logits()));
        return edited;
    }

    private interface Edit {
        Graph of(Graph graph) throws GraphException;
    }

    private boolean apply(Edit edit) {
        try {
            graph = edit.of(graph);
            return true;
        } catch (GraphException notOfThisMake) {
            return false;
        }
    }

    /// Whether it has the input [LogitRows#INPUT].
    public boolean cutsLogits() {
        return cutsLogits;
    }

    /// Whether more than one product rounds activations to 8 bits. A single one is the head's,
    /// after which no key comes any more.
    public boolean roundsActivations() {
        return roundsActivations;
    }

    /// The model file.
    public byte[] bytes() {
        return graph.write();
    }
}
