package nearside.worker;

import ai.onnxruntime.OrtException;

import nearside.engine.KvScales;
import nearside.engine.folder.ModelFolder;
import nearside.worker.graph.EditedGraph;
import nearside.worker.graph.GraphException;
import nearside.worker.onnx.PlainLoop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The same model with an fp32 cache and with int8 caches of several scales, which read the same
/// text side by side.
final class Ways implements AutoCloseable {
    static final String EXACT = "fp32";

    private static final int CHUNK = 64;

    private record Way(String name, PlainLoop loop) {}

    private final PlainLoop exact;
    private final List<Way> others = new ArrayList<>();

    Ways(ModelFolder folder, EditedGraph graph, Map<String, KvScales> scales)
            throws OrtException, GraphException {
        exact = new PlainLoop(graph.bytes(), folder.path());
        for (var way : scales.entrySet()) {
            byte[] bytes = graph.withInt8Cache(folder, way.getValue()).bytes();
            others.add(new Way(way.getKey(), new PlainLoop(bytes, folder.path())));
        }
    }

    /// Reads a window in chunks.
    ///
    /// @param ids one more than is read: the last is only predicted
    Map<String, Divergence> compare(long[] ids) throws OrtException {
        Map<String, Divergence> results = new LinkedHashMap<>();
        results.put(EXACT, new Divergence());
        others.forEach(way -> results.put(way.name(), new Divergence()));
        exact.forget();
        others.forEach(way -> way.loop().forget());
        for (int at = 0; at + 1 < ids.length; at += CHUNK) {
            int end = Math.min(ids.length, at + CHUNK + 1);
            chunk(Arrays.copyOfRange(ids, at, end), List.copyOf(results.values()));
        }
        return results;
    }

    private void chunk(long[] ids, List<Divergence> results) throws OrtException {
        long[] read = Arrays.copyOf(ids, ids.length - 1);
        float[][] expected = exact.read(read);
        add(results.getFirst(), expected, expected, ids);
        for (int i = 0; i < others.size(); i++) {
            add(results.get(i + 1), expected, others.get(i).loop().read(read), ids);
        }
    }

    private static void add(Divergence result, float[][] expected, float[][] found, long[] ids) {
        for (int row = 0; row < found.length; row++) {
            result.add(expected[row], found[row], (int) ids[row + 1]);
        }
    }

    @Override
    public void close() throws OrtException {
        exact.close();
        for (Way way : others) {
            way.loop().close();
        }
    }
}
