package nearside.worker.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Constants for a graph (`TensorProto` in the public `onnx.proto`), their numbers in the graph
/// itself.
final class Tensors {
    static final int INITIALIZER = 5;
    static final int NAME = 8;

    private static final int DIMS = 1;
    private static final int TYPE = 2;
    private static final int RAW = 9;

    private Tensors() {}

    static Field of(String name, long... numbers) {
        ByteBuffer raw = room(numbers.length * Long.BYTES);
        raw.asLongBuffer().put(numbers);
        return of(name, ElementType.INT64, raw, numbers.length);
    }

    static Field of(String name, float[] numbers, long... sizes) {
        ByteBuffer raw = room(numbers.length * Float.BYTES);
        raw.asFloatBuffer().put(numbers);
        return of(name, ElementType.FLOAT, raw, sizes);
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Field of(String name, ElementType type, ByteBuffer raw, long... sizes) {
        Message tensor = Message.of();
        for (long size : sizes) {
            tensor = tensor.with(Field.number(DIMS, size));
        }
        tensor = tensor.with(Field.number(TYPE, type.number()));
        tensor = tensor.with(Field.text(NAME, name)).with(Field.bytes(RAW, raw));
        return Field.message(INITIALIZER, tensor);
    }
}
