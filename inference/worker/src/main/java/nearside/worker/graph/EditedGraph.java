package nearside.worker.graph;

import nearside.engine.KvScales;
import nearside.engine.folder.ModelFolder;
import nearside.engine.folder.ModelFolder.Names;

/// A graph with the edits that this program wants, as far as its make allows them. An edit that
/// cannot be made is left out, and with it the input that it would have added.
public final class EditedGraph {
    private Graph graph;
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
        edited.apply(graph -> LogitRows.cut(graph, names.outputs().logits()));
        edited.apply(graph -> RotaryLength.choose(graph, names.inputs().mask()));
        return edited;
    }

    private interface Edit {
        Graph of(Graph graph) throws GraphException;
    }

    private void apply(Edit edit) {
        try {
            graph = edit.of(graph);
        } catch (GraphException ofAnotherMake) {
            return;
        }
    }

    /// Makes the KV cache one of bytes.
    ///
    /// @throws GraphException when the graph does not allow it
    public EditedGraph withInt8Cache(ModelFolder folder, KvScales scales) throws GraphException {
        return new EditedGraph(Int8Cache.apply(graph, folder.names(), folder.shape(), scales));
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
