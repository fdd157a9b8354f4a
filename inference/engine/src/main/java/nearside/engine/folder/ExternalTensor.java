package nearside.engine.folder;

import java.util.Optional;

/// Where a tensor lies when it is not in the graph itself. Field numbers are those of `TensorProto`
/// in the public `onnx.proto`.
final class ExternalTensor {
    private static final int DIMS = 1 << 3 | WireMessage.VARINT;
    private static final int PACKED_DIMS = 1 << 3 | WireMessage.BYTES;
    private static final int DATA_TYPE = 2 << 3 | WireMessage.VARINT;
    private static final int EXTERNAL_DATA = 13 << 3 | WireMessage.BYTES;
    private static final int DATA_LOCATION = 14 << 3 | WireMessage.VARINT;
    private static final int KEY = 1 << 3 | WireMessage.BYTES;
    private static final int VALUE = 2 << 3 | WireMessage.BYTES;

    private final WireMessage tensor;
    private Optional<String> location = Optional.empty();
    private boolean elsewhere;
    private long offset;
    private long length;
    private long elements = 1;
    private int type;

    private ExternalTensor(WireMessage tensor) {
        this.tensor = tensor;
    }

    /// A part of another file that a tensor needs: the file up to this byte.
    record Need(String location, long bytes) {}

    static Optional<Need> need(WireMessage tensor) throws Flawed {
        return new ExternalTensor(tensor).read();
    }

    private Optional<Need> read() throws Flawed {
        while (tensor.advance()) {
            switch (tensor.tag()) {
                case DIMS -> dimension(tensor.number());
                case PACKED_DIMS -> dimensions(tensor.message());
                case DATA_TYPE -> type = (int) tensor.number();
                case EXTERNAL_DATA -> entry(tensor.message());
                case DATA_LOCATION -> elsewhere = tensor.number() == 1;
                default -> {}
            }
        }
        if (elsewhere && location.isEmpty()) {
            throw tensor.notOnnx("a tensor that lies elsewhere, without saying where");
        }
        long end = end();
        return location.map(place -> new Need(place, end));
    }

    private void dimensions(WireMessage packed) throws Flawed {
        while (!packed.isOver()) {
            dimension(packed.packed());
        }
    }

    private void dimension(long size) throws Flawed {
        if (size < 0 || Math.multiplyHigh(elements, size) != 0 || elements * size < 0) {
            throw tensor.notOnnx("a tensor of impossible size");
        }
        elements *= size;
    }

    private void entry(WireMessage entry) throws Flawed {
        String key = "";
        String value = "";
        while (entry.advance()) {
            switch (entry.tag()) {
                case KEY -> key = entry.text();
                case VALUE -> value = entry.text();
                default -> {}
            }
        }
        switch (key) {
            case "location" -> location = Optional.of(value);
            case "offset" -> offset = bytes(key, value);
            case "length" -> length = bytes(key, value);
            default -> {}
        }
    }

    private long bytes(String key, String value) throws Flawed {
        if (!value.matches("[0-9]{1,18}")) {
            throw tensor.notOnnx("external data whose " + key + " is no number");
        }
        return Long.parseLong(value);
    }

    private long end() throws Flawed {
        int bits = bits(type);
        long whole = elements / 8 > Long.MAX_VALUE / 256 ? Long.MAX_VALUE / 2 : size(bits);
        long bytes = Math.max(length, whole);
        if (bytes >= Long.MAX_VALUE / 2 && location.isPresent()) {
            throw tensor.notOnnx("a tensor of impossible size");
        }
        return offset + bytes;
    }

    private long size(int bits) {
        return elements / 8 * bits + (elements % 8 * bits + 7) / 8;
    }

    /// Bits of one element by `TensorProto.DataType`; 0 where only the stated length tells.
    private static int bits(int type) {
        return switch (type) {
            case 15 -> 128;
            case 7, 11, 13, 14 -> 64;
            case 1, 6, 12 -> 32;
            case 4, 5, 10, 16 -> 16;
            case 2, 3, 9, 17, 18, 19, 20, 24 -> 8;
            case 21, 22, 23 -> 4;
            case 25, 26 -> 2;
            default -> 0;
        };
    }
}
