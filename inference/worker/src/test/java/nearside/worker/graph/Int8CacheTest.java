package nearside.worker.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.KvScales;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class Int8CacheTest {
    static final List<String> MODELS = GraphFiles.MODELS;

    private static ModelFolder folder(String model) {
        Path path = Path.of(System.getProperty("nearside.models"), model);
        return ((FolderCheck.Sound) ModelFolder.check(path)).folder();
    }

    private static KvScales scales(ModelFolder folder, int channelsTooMany) {
        ModelFolder.Shape shape = folder.shape();
        int channels = shape.kvHeads() * shape.headSize() + channelsTooMany;
        float[] scales = new float[2 * shape.layers() * channels];
        Arrays.fill(scales, .05f);
        return KvScales.of("1.29.0", shape.layers(), scales).orElseThrow();
    }

    private static Graph edited(Graph graph, ModelFolder folder) throws GraphException {
        return Int8Cache.apply(graph, folder.names(), folder.shape(), scales(folder, 0));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void everyAttentionStepGetsScalesAndBytes(String model) throws Exception {
        ModelFolder folder = folder(model);
        Graph edited = edited(Graph.read(GraphFiles.bytes(model)), folder);
        List<Node> steps = Attention.steps(edited);
        assertEquals(folder.shape().layers(), steps.size());
        for (Node step : steps) {
            assertTrue(edited.isWeight(step.input(12)));
            assertTrue(edited.isWeight(step.input(13)));
            assertEquals(8L, step.whole("kv_cache_bit_width").orElseThrow());
            assertTrue(step.has("k_quant_type") && step.has("v_quant_type"));
            assertTrue(edited.input(step.input(3)).is(ElementType.INT8));
            assertTrue(edited.input(step.input(4)).is(ElementType.INT8));
            assertTrue(edited.output(step.outputs().get(1)).is(ElementType.INT8));
            assertTrue(edited.output(step.outputs().get(2)).is(ElementType.INT8));
        }
    }

    @Test
    void cacheOfAnotherMakeIsRefused() throws Exception {
        ModelFolder folder = folder("phi3-tiny-4k");
        Graph graph = Graph.read(GraphFiles.bytes("phi3-tiny-4k"));
        Node step = Attention.steps(graph).getFirst();
        Port past = graph.input("past_key_values.0.key");
        List<Graph> others =
                List.of(
                        graph.replacing(step),
                        graph.replacing(step, step.withInput(3, "other")),
                        graph.replacing(step, step.withInput(12, "cos_cache")),
                        graph.replacing(past, past.as(ElementType.INT64)),
                        edited(graph, folder));
        for (Graph other : others) {
            assertThrows(GraphException.class, () -> edited(other, folder));
        }
    }

    @Test
    void scalesOfAnotherModelAreRefused() throws Exception {
        ModelFolder folder = folder("phi3-tiny-4k");
        Graph graph = Graph.read(GraphFiles.bytes("phi3-tiny-4k"));
        for (KvScales wrong :
                List.of(scales(folder, 1), scales(folder("smollm2-135m-instruct-int4"), 0))) {
            assertThrows(
                    GraphException.class,
                    () -> Int8Cache.apply(graph, folder.names(), folder.shape(), wrong));
        }
    }
}
