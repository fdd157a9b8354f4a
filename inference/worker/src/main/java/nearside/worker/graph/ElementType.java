package nearside.worker.graph;

/// Kinds of numbers, as `TensorProto.DataType` in the public `onnx.proto` counts them.
enum ElementType {
    FLOAT(1),
    INT8(3),
    INT64(7);

    private final int number;

    ElementType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
