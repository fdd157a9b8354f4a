package nearside.worker.graph;

import nearside.engine.KvScales;
import nearside.engine.folder.ModelFolder.Inputs;
import nearside.engine.folder.ModelFolder.Names;
import nearside.engine.folder.ModelFolder.Outputs;
import nearside.engine.folder.ModelFolder.Shape;

import java.util.ArrayList;
import java.util.List;

/// Makes the KV cache one of bytes: past and present become int8, and every attention step gets a
/// scale for each channel of its keys and values (`k_scale` and `v_scale` of
/// `com.microsoft.GroupQueryAttention`, ONNX Runtime 1.29). The operator rounds what it writes and
/// multiplies what it reads.
public final class Int8Cache {
    private static final int PAST_KEY = 3;
    private static final int PAST_VALUE = 4;
    private static final int KEY_SCALE = 12;
    private static final int VALUE_SCALE = 13;
    private static final int PRESENT_KEY = 1;
    private static final int PRESENT_VALUE = 2;

    private final Names names;
    private final Shape shape;
    private final KvScales scales;
    private final List<Field> constants = new ArrayList<>();
    private Graph graph;

    private Int8Cache(Graph graph, Names names, Shape shape, KvScales scales) {
        this.graph = graph;
        this.names = names;
        this.shape = shape;
        this.scales = scales;
    }

    /// Makes the edit.
    ///
    /// @throws GraphException when the cache is not one of fp32 numbers that attention steps alone
    ///   read and write
    public static Graph apply(Graph graph, Names names, Shape shape, KvScales scales)
            throws GraphException {
        return new Int8Cache(graph, names, shape, scales).apply();
    }

    private Graph apply() throws GraphException {
        List<Node> steps = Attention.steps(graph);
        if (steps.size() != shape.layers() || scales.layers() != shape.layers()) {
            throw new GraphException(
                    steps.size() + " attention steps, " + scales.layers() + " layers of scales");
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            apply(layer, steps);
        }
        return graph.with(constants);
    }

    private void apply(int layer, List<Node> steps) throws GraphException {
        Inputs inputs = names.inputs();
        Outputs outputs = names.outputs();
        String pastKey = inputs.pastKey().formatted(layer);
        String pastValue = inputs.pastValue().formatted(layer);
        String presentKey = outputs.presentKey().formatted(layer);
        String presentValue = outputs.presentValue().formatted(layer);
        List<String> ports = List.of(pastKey, pastValue, presentKey, presentValue);
        Node step = step(steps, ports);
        String keyScale = scale(layer, "key", scales.keys(layer));
        String valueScale = scale(layer, "value", scales.values(layer));
        graph =
                graph.replacing(
                        step,
                        step.withInput(KEY_SCALE, keyScale)
                                .withInput(VALUE_SCALE, valueScale)
                                .with("k_quant_type", "PER_CHANNEL")
                                .with("v_quant_type", "PER_CHANNEL")
                                .with("kv_cache_bit_width", Byte.SIZE));
        retype(graph.input(pastKey));
        retype(graph.input(pastValue));
        retype(graph.output(presentKey));
        retype(graph.output(presentValue));
    }

    private static Node step(List<Node> steps, List<String> ports) throws GraphException {
        for (Node step : steps) {
            List<String> outputs = step.outputs();
            if (outputs.size() > PRESENT_VALUE
                    && ports.equals(
                            List.of(
                                    step.input(PAST_KEY),
                                    step.input(PAST_VALUE),
                                    outputs.get(PRESENT_KEY),
                                    outputs.get(PRESENT_VALUE)))
                    && step.input(KEY_SCALE).isEmpty()
                    && !step.has("k_quant_type")) {
                return step;
            }
        }
        throw new GraphException("no plain attention step reads " + ports.getFirst());
    }

    private String scale(int layer, String kind, float[] channels) throws GraphException {
        if (channels.length != shape.kvHeads() * shape.headSize()) {
            throw new GraphException(channels.length + " scales for the channels of a layer");
        }
        String name = "nearside." + kind + "_scale." + layer;
        constants.add(Tensors.of(name, channels, 1, shape.kvHeads(), 1, shape.headSize()));
        return name;
    }

    private void retype(Port port) throws GraphException {
        if (!port.is(ElementType.FLOAT)) {
            throw new GraphException(port.name() + " is not of fp32");
        }
        graph = graph.replacing(port, port.as(ElementType.INT8));
    }
}
