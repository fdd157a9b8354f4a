package nearside.engine.folder;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Compares what the configuration says of a graph with what the graph says of itself.
final class GraphFit {
    private static final String USUAL_POSITIONS = "position_ids";
    private static final int HEADS = 1;
    private static final int HEAD_SIZE = 3;

    private final GenaiConfig config;
    private final Graph graph;
    private final Set<String> unfed;

    private GraphFit(GenaiConfig config, Graph graph) {
        this.config = config;
        this.graph = graph;
        this.unfed = new HashSet<>(graph.inputs().keySet());
    }

    static void check(GenaiConfig config, Graph graph) throws Flawed {
        new GraphFit(config, graph).check();
    }

    /// The input for positions: the one that the configuration names, else the usual one where the
    /// graph has it.
    static Optional<String> positions(Graph graph, Optional<String> named) {
        boolean usual = graph.inputs().containsKey(USUAL_POSITIONS);
        return named.or(() -> usual ? Optional.of(USUAL_POSITIONS) : Optional.empty());
    }

    /// Bytes of one number of the KV cache; empty where they are of a kind that no cache has.
    static OptionalInt kvNumberBytes(GenaiConfig config, Graph graph) {
        Port first = graph.inputs().get(of(config.inputs().pastKey(), 0));
        return first == null ? OptionalInt.empty() : first.numberBytes();
    }

    private void check() throws Flawed {
        ModelFolder.Inputs inputs = config.inputs();
        input("inputs.input_ids", inputs.ids());
        input("inputs.attention_mask", inputs.mask());
        Optional<String> positions = positions(graph, inputs.positions());
        if (positions.isPresent()) {
            input("inputs.position_ids", positions.get());
        }
        output("outputs.logits", config.outputs().logits());
        for (int layer = 0; layer < config.numbers().layers(); layer++) {
            layer(layer);
        }
        if (!unfed.isEmpty()) {
            String name = JsonValue.brief(unfed.stream().sorted().toList().getFirst());
            throw new Flawed(new FolderFlaw.Unsupported("a graph with an input \"" + name + "\""));
        }
    }

    private void layer(int layer) throws Flawed {
        String pastKey = of(config.inputs().pastKey(), layer);
        input("inputs.past_key_names", pastKey);
        input("inputs.past_value_names", of(config.inputs().pastValue(), layer));
        output("outputs.present_key_names", of(config.outputs().presentKey(), layer));
        output("outputs.present_value_names", of(config.outputs().presentValue(), layer));
        size(pastKey, HEADS, "num_key_value_heads", config.numbers().kvHeads());
        size(pastKey, HEAD_SIZE, "head_size", config.numbers().headSize());
    }

    private static String of(String pattern, int layer) {
        return pattern.replace("%d", Integer.toString(layer));
    }

    private void input(String key, String name) throws Flawed {
        if (!graph.inputs().containsKey(name)) {
            throw wrong(key, "an input of the graph", name);
        }
        unfed.remove(name);
    }

    private void output(String key, String name) throws Flawed {
        if (!graph.outputs().contains(name)) {
            throw wrong(key, "an output of the graph", name);
        }
    }

    private void size(String input, int dimension, String key, int said) throws Flawed {
        List<Long> sizes =
                Optional.ofNullable(graph.inputs().get(input)).map(Port::sizes).orElse(List.of());
        long size = dimension < sizes.size() ? sizes.get(dimension) : -1;
        if (size > 0 && size != said) {
            throw wrong(key, size + ", as in the graph", Integer.toString(said));
        }
    }

    private static Flawed wrong(String key, String expected, String found) {
        return new Flawed(
                new FolderFlaw.WrongValue(
                        GenaiConfig.FILE, GenaiConfig.DECODER + "." + key, expected, found));
    }
}
