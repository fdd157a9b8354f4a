package nearside.worker.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import nearside.engine.folder.ModelFolder.Inputs;
import nearside.worker.graph.LogitRows;
import nearside.worker.graph.RotaryLength;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// One conversation in the model: the tokens read so far, as keys and values.
///
/// Used by one thread; only [#interrupt] may come from another.
public final class Context implements AutoCloseable {
    /// Two rows and not one: see `LogitRowsRunTest`.
    private static final int LAST_ROWS = 2;

    private final OnnxModel model;
    private final KvCache cache;
    private final NativeMemory scratch;
    private final ScratchPlan plan;
    private final OrtSession.RunOptions options;
    private final int capacity;
    private int length;
    private int rotaryLength;
    private boolean closed;

    private Context(
            OnnxModel model, KvCache cache, ScratchPlan plan, NativeMemory scratch, int capacity)
            throws OrtException {
        this.model = model;
        this.cache = cache;
        this.plan = plan;
        this.scratch = scratch;
        this.capacity = capacity;
        this.options = new OrtSession.RunOptions();
        for (int i = 0; i < capacity; i++) {
            plan.mask().putWhole(mask(capacity), i, 1);
        }
    }

    static Context of(OnnxModel model, int capacity) throws OnnxFailure {
        try {
            ScratchPlan plan = ScratchPlan.of(model, capacity);
            KvCache cache = KvCache.of(model, capacity);
            return new Context(model, cache, plan, NativeMemory.of(plan.bytes()), capacity);
        } catch (OrtException e) {
            throw new OnnxFailure(String.valueOf(e.getMessage()));
        }
    }

    /// Tokens read so far.
    public int length() {
        return length;
    }

    /// What is cached under the name of an input: fp32 numbers of shape `[kvHeads, capacity,
    /// headSize]`, a copy.
    float[] cached(String past) {
        FloatBuffer numbers = Objects.requireNonNull(cache.past().get(past)).getFloatBuffer();
        float[] copy = new float[numbers.remaining()];
        numbers.get(copy);
        return copy;
    }

    /// Forgets all tokens; the next run writes over them.
    public void forget() {
        length = 0;
    }

    /// Takes the rotary factors of a text of so many tokens while fewer than that are read; what
    /// was read with other factors must be read again. Does nothing where the model has but one
    /// set.
    public void rotateFor(int tokens) {
        rotaryLength = tokens;
    }

    /// Reads more tokens in one run.
    ///
    /// @return the logits of the token that follows the last one, one for each word of the
    ///   vocabulary
    public float[] read(int... ids) throws OnnxFailure {
        if (ids.length == 0 || length + ids.length > capacity) {
            throw new IllegalArgumentException(
                    ids.length + " tokens after " + length + " of " + capacity);
        }
        int vocabulary = model.folder().shape().vocabulary();
        int wanted = model.cutsLogits() ? Math.min(ids.length, LAST_ROWS) : ids.length;
        long bytes = (long) wanted * vocabulary * plan.logits().bytes();
        try (NativeMemory logits = NativeMemory.of(bytes)) {
            ByteBuffer rows = logits.part(0, bytes);
            run(ids, rows, wanted, vocabulary);
            length += ids.length;
            return plan.logits().row(rows, wanted - 1, vocabulary);
        } catch (OrtException e) {
            throw new OnnxFailure(String.valueOf(e.getMessage()));
        }
    }

    /// @param wanted how many rows of logits, counted from the end
    private void run(int[] ids, ByteBuffer rows, int wanted, int vocabulary) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>(cache.past());
        Map<String, OnnxValue> outputs = new HashMap<>(cache.present());
        List<OnnxTensor> passing = new ArrayList<>();
        try {
            inputs.putAll(tokens(ids, passing));
            OnnxTensor logits = plan.logits().tensor(model.ort(), rows, 1, wanted, vocabulary);
            passing.add(logits);
            outputs.put(model.folder().names().outputs().logits(), logits);
            if (model.cutsLogits()) {
                long[] from = {ids.length - wanted};
                OnnxTensor firstRow = OnnxTensor.createTensor(model.ort(), from);
                passing.add(firstRow);
                inputs.put(LogitRows.INPUT, firstRow);
            }
            model.session().run(inputs, Set.of(), outputs, options).close();
        } finally {
            passing.forEach(OnnxTensor::close);
        }
    }

    /// The inputs that change with every run: ids and positions `[1, n]`, mask `[1, past + n]`.
    private Map<String, OnnxTensor> tokens(int[] ids, List<OnnxTensor> passing)
            throws OrtException {
        Inputs names = model.folder().names().inputs();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        int total = length + ids.length;
        ByteBuffer idBytes = scratch.part(plan.idsAt(), (long) ids.length * plan.ids().bytes());
        for (int i = 0; i < ids.length; i++) {
            plan.ids().putWhole(idBytes, i, ids[i]);
        }
        inputs.put(names.ids(), plan.ids().tensor(model.ort(), idBytes, 1, ids.length));
        inputs.put(names.mask(), plan.mask().tensor(model.ort(), mask(total), 1, total));
        if (names.positions().isPresent()) {
            inputs.put(names.positions().get(), positions(ids.length));
        }
        if (model.choosesRotaryFactors()) {
            long[] length = {Math.max(total, rotaryLength)};
            inputs.put(RotaryLength.INPUT, OnnxTensor.createTensor(model.ort(), length));
        }
        passing.addAll(inputs.values());
        return inputs;
    }

    private ByteBuffer mask(int total) {
        return scratch.part(plan.maskAt(), (long) total * plan.mask().bytes());
    }

    private OnnxTensor positions(int count) throws OrtException {
        NumberType type = plan.positions();
        ByteBuffer bytes = scratch.part(plan.positionsAt(), (long) count * type.bytes());
        for (int i = 0; i < count; i++) {
            type.putWhole(bytes, i, length + i);
        }
        return type.tensor(model.ort(), bytes, 1, count);
    }

    /// Ends a run in progress and all later ones: they fail. Harmless when closed.
    public synchronized void interrupt() {
        if (closed) {
            return;
        }
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException("setTerminate", e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        options.close();
        cache.close();
        scratch.close();
    }
}
