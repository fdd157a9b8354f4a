package nearside.worker.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;

import nearside.engine.folder.ModelFolder.Inputs;
import nearside.worker.graph.LogitRows;
import nearside.worker.graph.RotaryLength;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// One conversation in the model: the tokens read so far, as keys and values. Used by one thread.
public final class Context implements AutoCloseable {
    /// Two rows and not one: see `LogitRowsRunTest`.
    private static final int LAST_ROWS = 2;

    private final OnnxModel model;
    private final KvCache cache;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final Map<String, OnnxValue> outputs = new HashMap<>();
    private int length;
    private int touched;
    private int rotaryLength;

    private Context(OnnxModel model, KvCache cache) {
        this.model = model;
        this.cache = cache;
        bind();
    }

    static Context of(OnnxModel model, int capacity) throws OnnxFailure {
        try {
            return new Context(model, KvCache.of(model, capacity));
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    private void bind() {
        inputs.putAll(cache.past());
        outputs.putAll(cache.present());
    }

    private static OnnxFailure failure(OrtException problem) {
        return new OnnxFailure(String.valueOf(problem.getMessage()));
    }

    /// Tokens read so far.
    public int length() {
        return length;
    }

    /// Bytes of keys and values that were ever written: what this conversation holds in memory.
    public long bytes() {
        return touched * model.kvBytesPerToken();
    }

    /// Forgets all tokens from there on; the next run writes over them.
    public void rewind(int tokens) {
        if (tokens < 0 || tokens > length) {
            throw new IllegalArgumentException(tokens + " of " + length + " tokens");
        }
        length = tokens;
    }

    /// Makes room for `most` tokens in all if there is none for so many. After a failure this
    /// conversation can only be closed.
    public void reserve(int tokens, int most) throws OnnxFailure {
        if (tokens <= cache.capacity()) {
            return;
        }
        try {
            cache.grow(most, length);
            bind();
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    /// Another conversation that begins with the same tokens.
    public Context copy(int tokens, int capacity) throws OnnxFailure {
        Context copy = of(model, capacity);
        copy.cache.copy(cache, tokens);
        copy.length = tokens;
        copy.touched = tokens;
        return copy;
    }

    /// The keys and values of a stretch of its tokens, to be taken out or put in.
    public KvStretch stretch(int from, int to) {
        if (from < 0 || from > to || to > cache.capacity()) {
            throw new IllegalArgumentException(
                    "tokens " + from + " to " + to + " of " + cache.capacity());
        }
        return new KvStretch(cache, from, to);
    }

    /// Takes so many tokens for read, whose keys and values were put in.
    public void wasRead(int tokens) {
        length = tokens;
        touched = tokens;
    }

    /// What is cached under the name of an input: fp32 numbers of shape `[kvHeads, capacity,
    /// headSize]`, a copy.
    float[] cached(String past) {
        FloatBuffer numbers = Objects.requireNonNull(cache.past().get(past)).getFloatBuffer();
        float[] copy = new float[numbers.remaining()];
        numbers.get(copy);
        return copy;
    }

    /// Takes the rotary factors of a text of so many tokens while fewer than that are read; what
    /// was read with other factors must be read again. Does nothing where the model has but one
    /// set.
    public void rotateFor(int tokens) {
        rotaryLength = tokens;
    }

    /// Reads more tokens in one run.
    ///
    /// @return what may follow each of them
    public Logits read(Interruption interruption, int... more) throws OnnxFailure {
        return read(interruption, more.length, more);
    }

    /// Reads more tokens in one run.
    ///
    /// @return what may follow the last one, in its last row
    public Logits readForLast(Interruption interruption, int... more) throws OnnxFailure {
        return read(interruption, Math.min(more.length, LAST_ROWS), more);
    }

    private Logits read(Interruption interruption, int wanted, int[] more) throws OnnxFailure {
        int total = length + more.length;
        if (more.length == 0 || total > cache.capacity()) {
            throw new IllegalArgumentException(
                    more.length + " tokens after " + length + " of " + cache.capacity());
        }
        RunBuffers buffers = model.buffers();
        touched = Math.max(touched, total);
        try (OnnxTensor mask = buffers.mask(total)) {
            Rows rows = buffers.rows(more, length, wanted);
            bind(rows, mask, buffers.rotary(Math.max(total, rotaryLength)));
            model.session().run(inputs, Set.of(), outputs, interruption.options()).close();
            length = total;
            return buffers.logits(rows);
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    private void bind(Rows rows, OnnxTensor mask, OnnxTensor rotary) {
        Inputs names = model.folder().names().inputs();
        inputs.put(names.ids(), rows.ids());
        inputs.put(names.mask(), mask);
        names.positions().ifPresent(name -> inputs.put(name, rows.positions()));
        if (model.cutsLogits()) {
            inputs.put(LogitRows.INPUT, rows.from());
        }
        if (model.choosesRotaryFactors()) {
            inputs.put(RotaryLength.INPUT, rotary);
        }
        outputs.put(model.folder().names().outputs().logits(), rows.logits());
    }

    @Override
    public void close() {
        cache.close();
    }
}
