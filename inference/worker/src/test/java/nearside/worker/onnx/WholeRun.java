package nearside.worker.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;

import nearside.worker.graph.LogitRows;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/// Runs a graph from its bytes in ONNX Runtime, in the plainest way: one prompt, no past.
final class WholeRun implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    WholeRun(byte[] graph, Path folder) throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(2);
            options.addConfigEntry(
                    "session.model_external_initializers_file_folder_path", folder.toString());
            session = environment.createSession(graph, options);
        }
    }

    /// Logits of the rows from `from` on, or of all rows where the graph is not cut.
    float[][] logits(long[] ids, int from) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (NodeInfo input : session.getInputInfo().values()) {
            inputs.put(input.getName(), input(input, ids, from));
        }
        try (OrtSession.Result result = session.run(inputs, Set.of("logits"))) {
            return ((float[][][]) result.get(0).getValue())[0];
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor input(NodeInfo input, long[] ids, int from) throws OrtException {
        return switch (input.getName()) {
            case "input_ids" -> whole(ids);
            case "attention_mask" ->
                    whole(LongStream.generate(() -> 1).limit(ids.length).toArray());
            case "position_ids" -> whole(LongStream.range(0, ids.length).toArray());
            case LogitRows.INPUT -> OnnxTensor.createTensor(environment, new long[] {from});
            default -> past((TensorInfo) input.getInfo());
        };
    }

    private OnnxTensor whole(long[] numbers) throws OrtException {
        long[] shape = {1, numbers.length};
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
    }

    private OnnxTensor past(TensorInfo info) throws OrtException {
        long[] shape = info.getShape();
        shape[0] = 1;
        shape[2] = 0;
        return OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), shape);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
