package nearside.worker.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;

import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.ResidentPeak;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// The peer that every figure of the engine is measured beside: a loop of a few lines over the same
/// runtime and folder, with one KV buffer for past and present, reused logits and chunks of 256.
/// Prints its figures as JSON. Arguments: a model folder, tokens to write, runs.
final class SharedLoop {
    private static final int CHUNK = 256;
    private static final int MOST = 2304;

    private final OrtEnvironment ort = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Map<String, OnnxTensorLike> inputs = new HashMap<>();
    private final Map<String, OnnxValue> outputs = new HashMap<>();
    private final LongBuffer ids = direct(CHUNK * Long.BYTES).asLongBuffer();
    private final LongBuffer positions = direct(CHUNK * Long.BYTES).asLongBuffer();
    private final LongBuffer ones = direct(MOST * Long.BYTES).asLongBuffer();
    private final FloatBuffer logits;
    private final int vocabulary;
    private final boolean positioned;
    private int length;

    private SharedLoop(ModelFolder folder) throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
            String file = folder.path().resolve(folder.names().onnxFile()).toString();
            session = ort.createSession(file, options);
        }
        ModelFolder.Shape shape = folder.shape();
        vocabulary = shape.vocabulary();
        positioned = session.getInputNames().contains("position_ids");
        logits = direct(CHUNK * vocabulary * Float.BYTES).asFloatBuffer();
        long[] cache = {1, shape.kvHeads(), MOST, shape.headSize()};
        int bytes = shape.kvHeads() * MOST * shape.headSize() * Float.BYTES;
        for (String past : session.getInputNames()) {
            if (past.startsWith("past_key_values")) {
                OnnxTensor both =
                        OnnxTensor.createTensor(ort, direct(bytes).asFloatBuffer(), cache);
                inputs.put(past, both);
                outputs.put(past.replace("past_key_values", "present"), both);
            }
        }
        for (int i = 0; i < MOST; i++) {
            ones.put(i, 1);
        }
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /// Reads more tokens in one run and gives the likeliest next one.
    private int read(int[] more) throws OrtException {
        int count = more.length;
        for (int i = 0; i < count; i++) {
            ids.put(i, more[i]);
            positions.put(i, length + i);
        }
        length += count;
        long[] shape = {1, count};
        try (OnnxTensor id = OnnxTensor.createTensor(ort, ids.slice(0, count), shape);
                OnnxTensor at = OnnxTensor.createTensor(ort, positions.slice(0, count), shape);
                OnnxTensor mask =
                        OnnxTensor.createTensor(
                                ort, ones.slice(0, length), new long[] {1, length});
                OnnxTensor out =
                        OnnxTensor.createTensor(
                                ort,
                                logits.slice(0, count * vocabulary),
                                new long[] {1, count, vocabulary})) {
            inputs.put("input_ids", id);
            inputs.put("attention_mask", mask);
            if (positioned) {
                inputs.put("position_ids", at);
            }
            outputs.put("logits", out);
            session.run(inputs, outputs).close();
            return likeliest((count - 1) * vocabulary);
        }
    }

    private int likeliest(int from) {
        int best = from;
        for (int i = from; i < from + vocabulary; i++) {
            if (logits.get(i) > logits.get(best)) {
                best = i;
            }
        }
        return best - from;
    }

    private int prefill(Random random, int tokens) throws OrtException {
        length = 0;
        int last = 0;
        for (int left = tokens; left > 0; left -= Math.min(CHUNK, left)) {
            int[] chunk = random.ints(Math.min(CHUNK, left), 10, vocabulary - 100).toArray();
            last = read(chunk);
        }
        return last;
    }

    private double prefillSpeed(int tokens) throws OrtException {
        long begun = System.nanoTime();
        prefill(new Random(begun), tokens);
        return tokens / ((System.nanoTime() - begun) / 1e9);
    }

    private double decodeSpeed(int at, int tokens) throws OrtException {
        int id = prefill(new Random(at), at);
        long begun = System.nanoTime();
        for (int i = 0; i < tokens; i++) {
            id = read(new int[] {id});
        }
        return tokens / ((System.nanoTime() - begun) / 1e9);
    }

    public static void main(String[] arguments) throws OrtException {
        if (!(ModelFolder.check(Path.of(arguments[0])) instanceof FolderCheck.Sound(var folder))) {
            throw new IllegalArgumentException("no model folder: " + arguments[0]);
        }
        int tokens = Integer.parseInt(arguments[1]);
        SharedLoop loop = new SharedLoop(folder);
        loop.prefillSpeed(64);
        loop.decodeSpeed(16, 16);
        System.out.printf(
                Locale.ROOT,
                "{\"prefill\": {\"512\": %.2f, \"2048\": %.2f}, \"decode\": {\"100\": %.2f, \"2000\": %.2f}, \"rss_mb\": %d}%n",
                loop.prefillSpeed(512),
                loop.prefillSpeed(2048),
                loop.decodeSpeed(100, tokens),
                loop.decodeSpeed(2000, tokens),
                ResidentPeak.of(ProcessHandle.current().pid()).orElse(0) / 1_000_000);
    }
}
