package nearside.engine.folder;

import java.util.ArrayList;
import java.util.List;

/// An input or output of a graph (`ValueInfoProto` in the public `onnx.proto`).
///
/// @param sizes −1 where a size is open; empty where no shape is given
record Port(String name, List<Long> sizes) {
    private static final int NAME = 1 << 3 | WireMessage.BYTES;
    private static final int TYPE = 2 << 3 | WireMessage.BYTES;
    private static final int TENSOR_TYPE = 1 << 3 | WireMessage.BYTES;
    private static final int SHAPE = 2 << 3 | WireMessage.BYTES;
    private static final int DIMENSION = 1 << 3 | WireMessage.BYTES;
    private static final int DIMENSION_VALUE = 1 << 3 | WireMessage.VARINT;
    private static final int MOST_DIMENSIONS = 64;

    Port {
        sizes = List.copyOf(sizes);
    }

    static Port read(WireMessage value) throws Flawed {
        String name = "";
        List<Long> sizes = new ArrayList<>();
        while (value.advance()) {
            switch (value.tag()) {
                case NAME -> name = value.text();
                case TYPE -> type(value.message(), sizes);
                default -> {}
            }
        }
        return new Port(name, sizes);
    }

    private static void type(WireMessage type, List<Long> sizes) throws Flawed {
        while (type.advance()) {
            if (type.tag() == TENSOR_TYPE) {
                tensor(type.message(), sizes);
            }
        }
    }

    private static void tensor(WireMessage tensor, List<Long> sizes) throws Flawed {
        while (tensor.advance()) {
            if (tensor.tag() == SHAPE) {
                shape(tensor.message(), sizes);
            }
        }
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
