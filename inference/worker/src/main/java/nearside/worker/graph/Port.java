package nearside.worker.graph;

import java.util.Arrays;
import java.util.List;

/// An input or output of a graph (`ValueInfoProto` in the public `onnx.proto`): name, kind of
/// numbers, shape.
///
/// @param field where it stands in the graph
record Port(Field field, Message message) {
    static final int INPUT = 11;
    static final int OUTPUT = 12;

    private static final int NAME = 1;
    private static final int TYPE = 2;
    private static final int TENSOR = 1;
    private static final int ELEMENT = 1;
    private static final int SHAPE = 2;
    private static final int DIMENSION = 1;
    private static final int DIMENSION_VALUE = 1;
    private static final int DIMENSION_NAME = 2;

    static Port of(Field field) throws GraphException {
        return new Port(field, field.message());
    }

    /// An input of the given sizes.
    static Port input(String name, ElementType type, long... sizes) {
        List<Field> dimensions =
                Arrays.stream(sizes)
                        .mapToObj(size -> Message.of(Field.number(DIMENSION_VALUE, size)))
                        .map(size -> Field.message(DIMENSION, size))
                        .toList();
        Message tensor =
                Message.of(
                        Field.number(ELEMENT, type.number()),
                        Field.message(SHAPE, new Message(dimensions)));
        Message message =
                Message.of(
                        Field.text(NAME, name),
                        Field.message(TYPE, Message.of(Field.message(TENSOR, tensor))));
        return new Port(Field.message(INPUT, message), message);
    }

    String name() {
        return message.text(NAME);
    }

    boolean is(ElementType type) throws GraphException {
        return message.message(TYPE).message(TENSOR).value(ELEMENT, 0) == type.number();
    }

    Port as(ElementType type) throws GraphException {
        Message tensor = message.message(TYPE).message(TENSOR);
        return withTensor(tensor.replacingLast(Field.number(ELEMENT, type.number())));
    }

    /// Gives the size of one dimension a name of its own.
    Port naming(int dimension, String name) throws GraphException {
        Message tensor = message.message(TYPE).message(TENSOR);
        Message shape = tensor.message(SHAPE);
        List<Field> dimensions = shape.all(DIMENSION);
        if (dimension >= dimensions.size()) {
            throw new GraphException(dimensions.size() + " dimensions of " + name());
        }
        Message named = Message.of(Field.text(DIMENSION_NAME, name));
        Message changed =
                shape.replacing(
                        dimensions.get(dimension), List.of(Field.message(DIMENSION, named)));
        return withTensor(tensor.replacingLast(Field.message(SHAPE, changed)));
    }

    private Port withTensor(Message tensor) throws GraphException {
        Message type = message.message(TYPE).replacingLast(Field.message(TENSOR, tensor));
        Message changed = message.replacingLast(Field.message(TYPE, type));
        return new Port(Field.message(field.number(), changed), changed);
    }
}
