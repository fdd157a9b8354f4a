package nearside.worker.graph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A protobuf message as the list of its fields, known and unknown, in their order: written again
/// it is the same bytes.
record Message(List<Field> fields) {
    private static final int MOST_FIELDS = 1_000_000;

    Message {
        fields = List.copyOf(fields);
    }

    static Message of(Field... fields) {
        return new Message(List.of(fields));
    }

    static Message of(ByteBuffer bytes) throws GraphException {
        List<Field> fields = new ArrayList<>();
        FieldReader reader = new FieldReader(bytes);
        while (!reader.isOver()) {
            if (fields.size() == MOST_FIELDS) {
                throw new GraphException("more than " + MOST_FIELDS + " fields");
            }
            fields.add(reader.next());
        }
        return new Message(fields);
    }

    /// The fields of that number which hold bytes.
    List<Field> all(int number) {
        return fields.stream().filter(field -> field.is(number, Field.BYTES)).toList();
    }

    /// The last one wins, as everywhere in protobuf.
    Optional<Field> last(int number) {
        return fields.reversed().stream().filter(field -> field.number() == number).findFirst();
    }

    String text(int number) {
        return last(number)
                .filter(field -> field.is(number, Field.BYTES))
                .map(Field::text)
                .orElse("");
    }

    long value(int number, long otherwise) throws GraphException {
        Optional<Field> field = last(number);
        return field.isPresent() && field.get().is(number, Field.VARINT)
                ? field.get().value()
                : otherwise;
    }

    /// The message in the one field of that number: of several, protobuf would make one.
    Message message(int number) throws GraphException {
        List<Field> found = all(number);
        if (found.size() != 1) {
            throw new GraphException(found.size() + " fields of number " + number);
        }
        return found.getFirst().message();
    }

    Message with(Field added) {
        return changed(list -> list.add(added));
    }

    /// Puts the field where the last one of its number was, or at the end.
    Message replacingLast(Field field) {
        Optional<Field> last = last(field.number());
        return last.isPresent() ? replacing(last.get(), List.of(field)) : with(field);
    }

    Message replacing(Field old, List<Field> replacements) {
        return changed(list -> {
            int at = list.indexOf(old);
            list.remove(at);
            list.addAll(at, replacements);
        });
    }

    /// Puts the fields where the first one of their number was, or at the end.
    Message replacingAll(int number, List<Field> replacements) {
        return changed(list -> {
            List<Field> old = list.stream().filter(field -> field.number() == number).toList();
            int at = old.isEmpty() ? list.size() : list.indexOf(old.getFirst());
            list.removeAll(old);
            list.addAll(at, replacements);
        });
    }

    Message without(int number) {
        return changed(list -> list.removeIf(field -> field.number() == number));
    }

    private Message changed(Consumer<List<Field>> change) {
        List<Field> copy = new ArrayList<>(fields);
        change.accept(copy);
        return new Message(copy);
    }

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size()));
        writeTo(bytes);
        return bytes.flip();
    }

    long size() {
        return fields.stream().mapToLong(field -> field.raw().limit()).sum();
    }

    void writeTo(ByteBuffer out) {
        fields.forEach(field -> out.put(field.raw()));
    }
}
