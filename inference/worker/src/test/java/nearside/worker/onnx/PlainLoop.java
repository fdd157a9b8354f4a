package nearside.worker.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;

import nearside.worker.graph.LogitRows;
import nearside.worker.graph.RotaryLength;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// Runs a graph from its bytes in the plainest way: what one run gives as present, the next one
/// gets as past.
public final class PlainLoop implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private Optional<OrtSession.Result> last = Optional.empty();
    private int length;

    public PlainLoop(byte[] graph, Path folder) throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1); // no slower than two on a busy machine
            options.setCPUArenaAllocator(false);
            options.addConfigEntry(
                    "session.model_external_initializers_file_folder_path", folder.toString());
            session = environment.createSession(graph, options);
        }
    }

    /// Starts anew.
    public void forget() {
        last.ifPresent(OrtSession.Result::close);
        last = Optional.empty();
        length = 0;
    }

    /// Reads more ids: logits of all rows.
    public float[][] read(long... ids) throws OrtException {
        return read(0, ids);
    }

    /// Reads more ids: logits of the rows from `from` on, where the graph is cut.
    public float[][] read(int from, long[] ids) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (NodeInfo input : session.getInputInfo().values()) {
            inputs.put(input.getName(), input(input, ids, from));
        }
        OrtSession.Result result = session.run(inputs);
        last.ifPresent(OrtSession.Result::close);
        inputs.values().stream().filter(input -> !input.isClosed()).forEach(OnnxTensor::close);
        last = Optional.of(result);
        length += ids.length;
        return ((float[][][]) result.get("logits").orElseThrow().getValue())[0];
    }

    private OnnxTensor input(NodeInfo input, long[] ids, int from) throws OrtException {
        int total = length + ids.length;
        return switch (input.getName()) {
            case "input_ids" -> whole(ids);
            case "attention_mask" -> whole(LongStream.generate(() -> 1).limit(total).toArray());
            case "position_ids" -> whole(LongStream.range(length, total).toArray());
            case LogitRows.INPUT -> OnnxTensor.createTensor(environment, new long[] {from});
            case RotaryLength.INPUT -> OnnxTensor.createTensor(environment, new long[] {total});
            default -> past(input);
        };
    }

    private OnnxTensor whole(long[] numbers) throws OrtException {
        long[] shape = {1, numbers.length};
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
    }

    private OnnxTensor past(NodeInfo input) throws OrtException {
        String present = input.getName().replace("past_key_values", "present");
        if (last.isPresent()) {
            return (OnnxTensor) last.get().get(present).orElseThrow();
        }
        TensorInfo info = (TensorInfo) input.getInfo();
        long[] shape = info.getShape();
        shape[0] = 1;
        shape[2] = 0;
        OnnxJavaType type = info.type;
        return OnnxTensor.createTensor(environment, ByteBuffer.allocateDirect(0), shape, type);
    }

    /// What is cached: numbers of shape `[kvHeads, tokens, headSize]`.
    public float[] cached(String present) throws OrtException {
        OnnxTensor tensor = (OnnxTensor) last.orElseThrow().get(present).orElseThrow();
        float[] numbers = new float[tensor.getFloatBuffer().remaining()];
        tensor.getFloatBuffer().get(numbers);
        return numbers;
    }

    @Override
    public void close() throws OrtException {
        forget();
        session.close();
    }
}
