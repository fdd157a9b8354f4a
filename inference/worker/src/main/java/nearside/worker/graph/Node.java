package nearside.worker.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One step of a graph (`NodeProto` in the public `onnx.proto`).
///
/// @param field where it stands in the graph
record Node(Field field, Message message) {
    static final int FIELD = 1;

    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int NAME = 3;
    private static final int OP = 4;
    private static final int ATTRIBUTE = 5;
    private static final int DOMAIN = 7;
    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_I = 3;
    private static final int ATTRIBUTE_S = 4;
    private static final int ATTRIBUTE_TYPE = 20;
    private static final int INT = 2;
    private static final int STRING = 3;

    static Node of(Field field) throws GraphException {
        return new Node(field, field.message());
    }

    static Node of(Message message) {
        return new Node(Field.message(FIELD, message), message);
    }

    /// A step of the standard operator set.
    static Node of(String op, String name, List<String> inputs, String output) {
        List<Field> fields = new ArrayList<>();
        inputs.forEach(input -> fields.add(Field.text(INPUT, input)));
        fields.add(Field.text(OUTPUT, output));
        fields.add(Field.text(NAME, name));
        fields.add(Field.text(OP, op));
        return of(new Message(fields));
    }

    /// Whether it is this operator of the standard set.
    boolean is(String op) {
        String domain = message.text(DOMAIN);
        return message.text(OP).equals(op) && (domain.isEmpty() || domain.equals("ai.onnx"));
    }

    /// Whether it is this operator of ONNX Runtime's own set.
    boolean isMicrosoft(String op) {
        return message.text(OP).equals(op) && message.text(DOMAIN).equals("com.microsoft");
    }

    List<String> inputs() {
        return message.all(INPUT).stream().map(Field::text).toList();
    }

    /// Empty where it has not so many inputs.
    String input(int index) {
        List<String> inputs = inputs();
        return index < inputs.size() ? inputs.get(index) : "";
    }

    List<String> outputs() {
        return message.all(OUTPUT).stream().map(Field::text).toList();
    }

    /// The whole number that an attribute holds.
    Optional<Long> whole(String name) throws GraphException {
        for (Field attribute : message.all(ATTRIBUTE)) {
            Message found = attribute.message();
            if (found.text(ATTRIBUTE_NAME).equals(name)) {
                return Optional.of(found.value(ATTRIBUTE_I, 0));
            }
        }
        return Optional.empty();
    }

    boolean has(String attribute) throws GraphException {
        return whole(attribute).isPresent();
    }

    /// Omitted inputs before it become empty names, as ONNX has it.
    Node withInput(int index, String name) {
        List<String> names = new ArrayList<>(inputs());
        while (names.size() <= index) {
            names.add("");
        }
        names.set(index, name);
        List<Field> inputs = names.stream().map(input -> Field.text(INPUT, input)).toList();
        return of(message.replacingAll(INPUT, inputs));
    }

    Node with(String attribute, long value) {
        return with(attribute, INT, Field.number(ATTRIBUTE_I, value));
    }

    Node with(String attribute, String value) {
        return with(attribute, STRING, Field.text(ATTRIBUTE_S, value));
    }

    private Node with(String attribute, int type, Field value) {
        Message added =
                Message.of(
                        Field.text(ATTRIBUTE_NAME, attribute),
                        value,
                        Field.number(ATTRIBUTE_TYPE, type));
        return of(message.with(Field.message(ATTRIBUTE, added)));
    }
}
