package nearside.engine.folder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Walks an ONNX file for what it needs and what it would run, through every branch and function.
/// Field numbers are those of the public `onnx.proto`.
final class GraphReader {
    private static final int DEEPEST = 32;
    private static final int MOST_PARTS = 5_000_000;
    private static final int MOST_FILES = 1_000;
    private static final int MOST_PORTS = 10_000;

    private static final int MODEL_GRAPH = 7 << 3 | WireMessage.BYTES;
    private static final int MODEL_OPSET = 8 << 3 | WireMessage.BYTES;
    private static final int MODEL_TRAINING = 20 << 3 | WireMessage.BYTES;
    private static final int MODEL_FUNCTION = 25 << 3 | WireMessage.BYTES;
    private static final int GRAPH_NODE = 1 << 3 | WireMessage.BYTES;
    private static final int GRAPH_INITIALIZER = 5 << 3 | WireMessage.BYTES;
    private static final int GRAPH_INPUT = 11 << 3 | WireMessage.BYTES;
    private static final int GRAPH_OUTPUT = 12 << 3 | WireMessage.BYTES;
    private static final int GRAPH_SPARSE = 15 << 3 | WireMessage.BYTES;
    private static final int SPARSE_VALUES = 1 << 3 | WireMessage.BYTES;
    private static final int SPARSE_INDICES = 2 << 3 | WireMessage.BYTES;
    private static final int NODE_OP = 4 << 3 | WireMessage.BYTES;
    private static final int NODE_ATTRIBUTE = 5 << 3 | WireMessage.BYTES;
    private static final int NODE_DOMAIN = 7 << 3 | WireMessage.BYTES;
    private static final int ATTRIBUTE_NAME = 1 << 3 | WireMessage.BYTES;
    private static final int ATTRIBUTE_TEXT = 4 << 3 | WireMessage.BYTES;
    private static final int ATTRIBUTE_TENSOR = 5 << 3 | WireMessage.BYTES;
    private static final int ATTRIBUTE_GRAPH = 6 << 3 | WireMessage.BYTES;
    private static final int ATTRIBUTE_TENSORS = 10 << 3 | WireMessage.BYTES;
    private static final int ATTRIBUTE_GRAPHS = 11 << 3 | WireMessage.BYTES;
    private static final int ATTRIBUTE_SPARSE = 22 << 3 | WireMessage.BYTES;
    private static final int ATTRIBUTE_SPARSES = 23 << 3 | WireMessage.BYTES;
    private static final int FUNCTION_NODE = 7 << 3 | WireMessage.BYTES;
    private static final int FUNCTION_ATTRIBUTE = 11 << 3 | WireMessage.BYTES;

    private final Map<String, Port> inputs = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();
    private final SortedMap<String, Long> data = new TreeMap<>();
    private final Optional<String> madeFor;
    private int parts;

    private GraphReader(Optional<String> madeFor) {
        this.madeFor = madeFor;
    }

    /// Reads all of the graph.
    ///
    /// @param madeFor the provider that the configuration names
    static Graph read(WireFile file, Optional<String> madeFor) throws Flawed {
        return new GraphReader(madeFor).model(file.root());
    }

    private Graph model(WireMessage model) throws Flawed {
        boolean graph = false;
        boolean opset = false;
        while (model.advance()) {
            switch (model.tag()) {
                case MODEL_GRAPH -> {
                    graph = true;
                    graph(model.message(), 0);
                }
                case MODEL_OPSET -> opset = true;
                case MODEL_TRAINING ->
                        throw new Flawed(new FolderFlaw.Unsupported("a graph with training steps"));
                case MODEL_FUNCTION -> function(model.message());
                default -> {}
            }
        }
        if (!graph || !opset) {
            throw model.notOnnx(graph ? "it names no operator set" : "it holds no graph");
        }
        return new Graph(inputs, outputs, data);
    }

    private void function(WireMessage function) throws Flawed {
        while (function.advance()) {
            switch (function.tag()) {
                case FUNCTION_NODE -> node(function.message(), 0);
                case FUNCTION_ATTRIBUTE -> attribute(function.message(), 0);
                default -> {}
            }
        }
    }

    private void graph(WireMessage graph, int depth) throws Flawed {
        if (depth == DEEPEST) {
            throw graph.notOnnx("graphs inside graphs, more than " + DEEPEST + " deep");
        }
        while (graph.advance()) {
            switch (graph.tag()) {
                case GRAPH_NODE -> node(graph.message(), depth);
                case GRAPH_INITIALIZER -> tensor(graph.message());
                case GRAPH_SPARSE -> sparse(graph.message());
                case GRAPH_INPUT -> input(graph.message(), depth);
                case GRAPH_OUTPUT -> output(graph.message(), depth);
                default -> {}
            }
        }
    }

    private void input(WireMessage value, int depth) throws Flawed {
        if (depth == 0) {
            count(value);
            Port port = Port.read(value);
            inputs.put(port.name(), port);
            limitPorts(value);
        }
    }

    private void output(WireMessage value, int depth) throws Flawed {
        if (depth == 0) {
            count(value);
            outputs.add(Port.read(value).name());
            limitPorts(value);
        }
    }

    private void limitPorts(WireMessage value) throws Flawed {
        if (inputs.size() + outputs.size() > MOST_PORTS) {
            throw value.notOnnx("more than " + MOST_PORTS + " inputs and outputs");
        }
    }

    private void node(WireMessage node, int depth) throws Flawed {
        count(node);
        String op = "";
        String domain = "";
        String source = "";
        while (node.advance()) {
            switch (node.tag()) {
                case NODE_OP -> op = node.text();
                case NODE_DOMAIN -> domain = node.text();
                case NODE_ATTRIBUTE -> {
                    attribute(node.message(), depth);
                    source =
                            op.equals(Operators.COMPILED) ? source(node.message(), source) : source;
                }
                default -> {}
            }
        }
        Operators.check(domain, op, source, madeFor);
    }

    /// What an attribute named `source` says; what was known before for every other one.
    private static String source(WireMessage attribute, String before) throws Flawed {
        boolean named = false;
        String text = before;
        while (attribute.advance()) {
            switch (attribute.tag()) {
                case ATTRIBUTE_NAME -> named = attribute.text().equals("source");
                case ATTRIBUTE_TEXT -> text = named ? attribute.text() : text;
                default -> {}
            }
        }
        return text;
    }

    private void attribute(WireMessage attribute, int depth) throws Flawed {
        while (attribute.advance()) {
            switch (attribute.tag()) {
                case ATTRIBUTE_TENSOR, ATTRIBUTE_TENSORS -> tensor(attribute.message());
                case ATTRIBUTE_GRAPH, ATTRIBUTE_GRAPHS -> graph(attribute.message(), depth + 1);
                case ATTRIBUTE_SPARSE, ATTRIBUTE_SPARSES -> sparse(attribute.message());
                default -> {}
            }
        }
    }

    private void sparse(WireMessage sparse) throws Flawed {
        while (sparse.advance()) {
            switch (sparse.tag()) {
                case SPARSE_VALUES, SPARSE_INDICES -> tensor(sparse.message());
                default -> {}
            }
        }
    }

    private void tensor(WireMessage tensor) throws Flawed {
        count(tensor);
        var need = ExternalTensor.need(tensor);
        if (need.isPresent()) {
            data.merge(need.get().location(), need.get().bytes(), Math::max);
        }
        if (data.size() > MOST_FILES) {
            throw tensor.notOnnx("tensors in more than " + MOST_FILES + " files");
        }
    }

    private void count(WireMessage part) throws Flawed {
        if (++parts > MOST_PARTS) {
            throw part.notOnnx("more than " + MOST_PARTS + " nodes and tensors");
        }
    }
}
