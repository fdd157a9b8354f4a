package nearside.engine.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// An input or output of a graph (`ValueInfoProto` in the public `onnx.proto`).
///
/// @param numberBytes of one number, as `TensorProto.DataType` counts kinds; empty for kinds that
///   no cache has
/// @param sizes −1 where a size is open; empty where no shape is given
record Port(String name, OptionalInt numberBytes, List<Long> sizes) {
    private static final int NAME = 1 << 3 | WireMessage.BYTES;
    private static final int TYPE = 2 << 3 | WireMessage.BYTES;
    private static final int TENSOR_TYPE = 1 << 3 | WireMessage.BYTES;
    private static final int ELEMENT = 1 << 3 | WireMessage.VARINT;
    private static final int SHAPE = 2 << 3 | WireMessage.BYTES;
    private static final int DIMENSION = 1 << 3 | WireMessage.BYTES;
    private static final int DIMENSION_VALUE = 1 << 3 | WireMessage.VARINT;
    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT8 = 3;
    private static final int FLOAT16 = 10;
    private static final int BFLOAT16 = 16;
    private static final int MOST_DIMENSIONS = 64;

    Port {
        sizes = List.copyOf(sizes);
    }

    static Port read(WireMessage value) throws Flawed {
        String name = "";
        long kind = 0;
        List<Long> sizes = new ArrayList<>();
        while (value.advance()) {
            switch (value.tag()) {
                case NAME -> name = value.text();
                case TYPE -> kind = type(value.message(), sizes);
                default -> {}
            }
        }
        return new Port(name, bytes(kind), sizes);
    }

    private static OptionalInt bytes(long kind) {
        return switch (Math.clamp(kind, 0, Integer.MAX_VALUE)) {
            case FLOAT -> OptionalInt.of(4);
            case FLOAT16, BFLOAT16 -> OptionalInt.of(2);
            case INT8, UINT8 -> OptionalInt.of(1);
            default -> OptionalInt.empty();
        };
    }

    /// The kind of the numbers.
    private static long type(WireMessage type, List<Long> sizes) throws Flawed {
        long kind = 0;
        while (type.advance()) {
            if (type.tag() == TENSOR_TYPE) {
                kind = tensor(type.message(), sizes);
            }
        }
        return kind;
    }

    private static long tensor(WireMessage tensor, List<Long> sizes) throws Flawed {
        long kind = 0;
        while (tensor.advance()) {
            switch (tensor.tag()) {
                case ELEMENT -> kind = tensor.number();
                case SHAPE -> shape(tensor.message(), sizes);
                default -> {}
            }
        }
        return kind;
    }

    private static void shape(WireMessage shape, List<Long> sizes) throws Flawed {
        while (shape.advance()) {
            if (shape.tag() == DIMENSION) {
                sizes.add(dimension(shape.message()));
            }
            if (sizes.size() > MOST_DIMENSIONS) {
                throw shape.notOnnx("more than " + MOST_DIMENSIONS + " dimensions");
            }
        }
    }

    private static long dimension(WireMessage dimension) throws Flawed {
        long size = -1;
        while (dimension.advance()) {
            if (dimension.tag() == DIMENSION_VALUE) {
                size = dimension.number();
            }
        }
        return size;
    }
}
