package nearside.worker.graph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A model file and the graph in it (`ModelProto` and `GraphProto` in the public `onnx.proto`).
/// Whatever an edit does not touch is written again byte for byte. The weights lie in other files
/// and are not looked at.
public final class Graph {
    private static final int GRAPH = 7;
    private static final long INT8_ACTIVATIONS = 4;

    private final Message model;
    private final Message graph;

    private Graph(Message model, Message graph) {
        this.model = model;
        this.graph = graph;
    }

    public static Graph read(byte[] file) throws GraphException {
        Message model = Message.of(ByteBuffer.wrap(file));
        return new Graph(model, model.message(GRAPH));
    }

    /// The model file.
    public byte[] write() {
        Varints head = new Varints().put((long) GRAPH << 3 | Field.BYTES).put(graph.size());
        Message others = model.without(GRAPH);
        int graphAt = model.fields().indexOf(model.last(GRAPH).orElseThrow());
        long size = others.size() + head.bytes().limit() + graph.size();
        ByteBuffer file = ByteBuffer.allocate(Math.toIntExact(size));
        new Message(others.fields().subList(0, graphAt)).writeTo(file);
        file.put(head.bytes());
        graph.writeTo(file);
        new Message(others.fields().subList(graphAt, others.fields().size())).writeTo(file);
        return file.array();
    }

    List<Node> nodes() throws GraphException {
        List<Node> nodes = new ArrayList<>();
        for (Field field : graph.all(Node.FIELD)) {
            nodes.add(Node.of(field));
        }
        return nodes;
    }

    /// The node that computes a value.
    Optional<Node> producer(String value) throws GraphException {
        return value.isEmpty() // an output that is not wanted
                ? Optional.empty()
                : nodes().stream().filter(node -> node.outputs().contains(value)).findFirst();
    }

    /// Products with weights of few bits that round the other side to 8 bits: those whose
    /// `accuracy_level` is 4.
    int countRounded() throws GraphException {
        int count = 0;
        for (Node node : nodes()) {
            boolean rounds = node.whole("accuracy_level").orElse(0L) == INT8_ACTIVATIONS;
            count += node.isMicrosoft("MatMulNBits") && rounds ? 1 : 0;
        }
        return count;
    }

    Port input(String name) throws GraphException {
        return port(Port.INPUT, name);
    }

    Port output(String name) throws GraphException {
        return port(Port.OUTPUT, name);
    }

    private Port port(int kind, String name) throws GraphException {
        for (Field field : graph.all(kind)) {
            Port port = Port.of(field);
            if (port.name().equals(name)) {
                return port;
            }
        }
        throw new GraphException("no input or output " + name);
    }

    /// Whether the value is a weight, which no run changes.
    boolean isWeight(String name) throws GraphException {
        for (Field tensor : graph.all(Tensors.INITIALIZER)) {
            if (tensor.message().text(Tensors.NAME).equals(name)) {
                return true;
            }
        }
        return false;
    }

    Graph replacing(Node old, Node... replacements) {
        List<Field> fields = new ArrayList<>();
        for (Node node : replacements) {
            fields.add(node.field());
        }
        return new Graph(model, graph.replacing(old.field(), fields));
    }

    Graph replacing(Port old, Port replacement) {
        return new Graph(model, graph.replacing(old.field(), List.of(replacement.field())));
    }

    /// Adds an input.
    Graph with(Port input) throws GraphException {
        return with(List.of(input.name()), List.of(input.field()));
    }

    /// Adds a constant made by [Tensors].
    Graph with(Field tensor) throws GraphException {
        return with(List.of(tensor));
    }

    /// Adds constants made by [Tensors].
    Graph with(List<Field> tensors) throws GraphException {
        List<String> added = new ArrayList<>();
        for (Field tensor : tensors) {
            added.add(tensor.message().text(Tensors.NAME));
        }
        return with(added, tensors);
    }

    private Graph with(List<String> added, List<Field> fields) throws GraphException {
        Set<String> names = names();
        Message changed = graph;
        for (int i = 0; i < fields.size(); i++) {
            if (!names.add(added.get(i))) {
                throw new GraphException("the name " + added.get(i) + " is taken");
            }
            changed = changed.with(fields.get(i));
        }
        return new Graph(model, changed);
    }

    /// Every name that a value has so far.
    private Set<String> names() throws GraphException {
        Set<String> names = new HashSet<>();
        for (Node node : nodes()) {
            names.addAll(node.outputs());
        }
        for (Field port : graph.all(Port.INPUT)) {
            names.add(Port.of(port).name());
        }
        for (Field tensor : graph.all(Tensors.INITIALIZER)) {
            names.add(tensor.message().text(Tensors.NAME));
        }
        return names;
    }
}
