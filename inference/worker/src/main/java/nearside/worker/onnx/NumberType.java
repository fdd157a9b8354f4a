package nearside.worker.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;

import java.nio.ByteBuffer;

/// The kinds of numbers that a decoder's inputs and outputs may have.
enum NumberType {
    INT8(OnnxJavaType.INT8, Byte.BYTES),
    INT32(OnnxJavaType.INT32, Integer.BYTES),
    INT64(OnnxJavaType.INT64, Long.BYTES),
    FLOAT16(OnnxJavaType.FLOAT16, Short.BYTES),
    FLOAT32(OnnxJavaType.FLOAT, Float.BYTES);

    private final OnnxJavaType type;
    private final int bytes;

    NumberType(OnnxJavaType type, int bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    static NumberType of(NodeInfo node) throws OnnxFailure {
        if (node.getInfo() instanceof TensorInfo tensor) {
            for (NumberType known : values()) {
                if (known.type == tensor.type) {
                    return known;
                }
            }
        }
        throw new OnnxFailure(node.getName() + " has numbers of an unknown kind");
    }

    int bytes() {
        return bytes;
    }

    boolean isWhole() {
        return this == INT32 || this == INT64;
    }

    /// A tensor over the bytes as they are, without a copy.
    OnnxTensor tensor(OrtEnvironment environment, ByteBuffer numbers, long... shape)
            throws OrtException {
        return OnnxTensor.createTensor(environment, numbers, shape, type);
    }

    void putWhole(ByteBuffer numbers, int index, int value) {
        if (this == INT32) {
            numbers.putInt(index * Integer.BYTES, value);
        } else {
            numbers.putLong(index * Long.BYTES, value);
        }
    }

    /// Copies one row of logits.
    void copyRow(ByteBuffer numbers, int row, float[] floats) {
        int width = floats.length;
        if (this == FLOAT16) {
            for (int i = 0; i < width; i++) {
                floats[i] = Float.float16ToFloat(numbers.getShort(2 * (row * width + i)));
            }
        } else {
            numbers.asFloatBuffer().get(row * width, floats);
        }
    }
}
