package nearside.worker.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import nearside.engine.folder.ModelFolder.Inputs;
import nearside.engine.folder.ModelFolder.Outputs;
import nearside.engine.folder.ModelFolder.Shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keys and values of all tokens read so far: one buffer per layer and kind, of shape `[1, kvHeads,
/// capacity, headSize]`, given to each run both as past and as present. The attention operator sees
/// the same address twice and appends in place.
final class KvCache implements AutoCloseable {
    private final OnnxModel model;
    private final NumberType type;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, OnnxTensor> past = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> present = new LinkedHashMap<>();
    private int capacity;

    /// The keys or the values of one layer.
    private record Block(NativeMemory memory, OnnxTensor tensor) {
        void close() {
            tensor.close();
            memory.close();
        }
    }

    private KvCache(OnnxModel model, int capacity) throws OnnxFailure {
        this.model = model;
        this.type = model.input(model.folder().names().inputs().pastKey().formatted(0));
        this.capacity = capacity;
    }

    static KvCache of(OnnxModel model, int capacity) throws OnnxFailure, OrtException {
        KvCache cache = new KvCache(model, capacity);
        try {
            for (int i = 0; i < 2 * model.folder().shape().layers(); i++) {
                cache.blocks.add(cache.block(capacity));
                cache.name(i);
            }
            return cache;
        } catch (OnnxFailure | OrtException e) {
            cache.close();
            throw e;
        }
    }

    private Block block(int tokens) throws OnnxFailure, OrtException {
        Shape shape = model.folder().shape();
        long[] sizes = {1, shape.kvHeads(), tokens, shape.headSize()};
        long bytes = sizes[1] * headBytes(tokens);
        NativeMemory memory = NativeMemory.of(bytes);
        try {
            return new Block(memory, type.tensor(model.ort(), memory.part(0, bytes), sizes));
        } catch (OrtException e) {
            memory.close();
            throw e;
        }
    }

    private long headBytes(int tokens) {
        return (long) tokens * model.folder().shape().headSize() * type.bytes();
    }

    /// Keys lie before the values of their layer.
    private void name(int index) {
        Inputs inputs = model.folder().names().inputs();
        Outputs outputs = model.folder().names().outputs();
        boolean isKey = index % 2 == 0;
        String in = isKey ? inputs.pastKey() : inputs.pastValue();
        String out = isKey ? outputs.presentKey() : outputs.presentValue();
        past.put(in.formatted(index / 2), blocks.get(index).tensor);
        present.put(out.formatted(index / 2), blocks.get(index).tensor);
    }

    int capacity() {
        return capacity;
    }

    Map<String, OnnxTensor> past() {
        return past;
    }

    Map<String, OnnxTensor> present() {
        return present;
    }

    /// Makes room for more tokens, one block after the other, so that little is held twice. Where
    /// memory does not suffice, the whole cache is gone.
    ///
    /// @param tokens how many to keep
    void grow(int more, int tokens) throws OnnxFailure, OrtException {
        KvCache wider = new KvCache(model, more);
        try {
            for (int i = 0; i < blocks.size(); i++) {
                Block old = blocks.get(i);
                Block next = block(more);
                wider.copy(old, capacity, next, tokens);
                blocks.set(i, next);
                name(i);
                old.close();
            }
        } catch (OnnxFailure | OrtException e) {
            close();
            throw e;
        }
        capacity = more;
    }

    /// Takes the first tokens of another conversation.
    void copy(KvCache from, int tokens) {
        for (int i = 0; i < blocks.size(); i++) {
            copy(from.blocks.get(i), from.capacity, blocks.get(i), tokens);
        }
    }

    private void copy(Block from, int fromCapacity, Block to, int tokens) {
        for (int head = 0; head < model.folder().shape().kvHeads(); head++) {
            to.memory.copy(
                    from.memory,
                    head * headBytes(fromCapacity),
                    head * headBytes(capacity),
                    headBytes(tokens));
        }
    }

    /// How many pieces of memory the keys and values of a stretch of tokens lie in: one for each
    /// layer, kind and head.
    int runs() {
        return blocks.size() * model.folder().shape().kvHeads();
    }

    NativeMemory memory(int run) {
        return blocks.get(run / model.folder().shape().kvHeads()).memory;
    }

    /// Where in its memory a run has the numbers of that token.
    long offset(int run, int token) {
        return run % model.folder().shape().kvHeads() * headBytes(capacity) + headBytes(token);
    }

    @Override
    public void close() {
        blocks.forEach(Block::close);
        blocks.clear();
    }
}
