package nearside.worker.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import nearside.engine.folder.ModelFolder.Inputs;
import nearside.engine.folder.ModelFolder.Outputs;
import nearside.engine.folder.ModelFolder.Shape;

import java.util.LinkedHashMap;
import java.util.Map;

/// Keys and values of all tokens read so far: one buffer per layer and kind, of shape `[1, kvHeads,
/// capacity, headSize]`, given to each run both as past and as present. The attention operator sees
/// the same address twice and appends in place.
final class KvCache implements AutoCloseable {
    private final NativeMemory memory;
    private final Map<String, OnnxTensor> past = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> present = new LinkedHashMap<>();

    private KvCache(NativeMemory memory) {
        this.memory = memory;
    }

    static KvCache of(OnnxModel model, int capacity) throws OnnxFailure, OrtException {
        Shape shape = model.folder().shape();
        Inputs inputs = model.folder().names().inputs();
        NumberType type = model.input(inputs.pastKey().formatted(0));
        long bytes = (long) shape.kvHeads() * capacity * shape.headSize() * type.bytes();
        long step = NativeMemory.aligned(bytes);
        KvCache cache = new KvCache(NativeMemory.of(2L * shape.layers() * step));
        for (int layer = 0; layer < shape.layers(); layer++) {
            cache.add(model, type, capacity, layer, 2L * layer * step, step);
        }
        return cache;
    }

    private void add(
            OnnxModel model, NumberType type, int capacity, int layer, long offset, long step)
            throws OrtException {
        Inputs inputs = model.folder().names().inputs();
        Outputs outputs = model.folder().names().outputs();
        Shape shape = model.folder().shape();
        long[] sizes = {1, shape.kvHeads(), capacity, shape.headSize()};
        long bytes = sizes[1] * sizes[2] * sizes[3] * type.bytes();
        OnnxTensor key = type.tensor(model.ort(), memory.part(offset, bytes), sizes);
        OnnxTensor value = type.tensor(model.ort(), memory.part(offset + step, bytes), sizes);
        past.put(inputs.pastKey().formatted(layer), key);
        past.put(inputs.pastValue().formatted(layer), value);
        present.put(outputs.presentKey().formatted(layer), key);
        present.put(outputs.presentValue().formatted(layer), value);
    }

    Map<String, OnnxTensor> past() {
        return past;
    }

    Map<String, OnnxTensor> present() {
        return present;
    }

    @Override
    public void close() {
        past.values().forEach(OnnxTensor::close);
        memory.close();
    }
}
