package nearside.storage.salvage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A row as it stands on a page: its head was read, its values were not.
public final class Cell {
    /// A length above this is a damaged one.
    static final int MOST_BYTES = 1 << 26;

    private final long rowNumber;
    private final Payload payload;
    private final List<SerialType> types;
    private final int head;

    private Cell(long rowNumber, Payload payload, List<SerialType> types, int head) {
        this.rowNumber = rowNumber;
        this.payload = payload;
        this.types = types;
        this.head = head;
    }

    /// The number of the row; zero in a table without.
    public long rowNumber() {
        return rowNumber;
    }

    public boolean fits(Shape shape) {
        return shape.fits(types);
    }

    /// Its values; empty when the pages on which they go on are not there.
    public Optional<List<Value>> values() {
        return payload.whole().map(this::read);
    }

    private List<Value> read(byte[] whole) {
        ByteBuffer from = ByteBuffer.wrap(whole).position(head);
        List<Value> values = new ArrayList<>(types.size());
        types.forEach(type -> values.add(type.read(from)));
        return values;
    }

    /// Reads the head of a record, which names a type for each value and must add up to the length
    /// of the record exactly.
    static Optional<Cell> of(long rowNumber, Payload payload) {
        Cursor cursor = payload.local();
        int start = cursor.at();
        long head = cursor.varint();
        if (!cursor.sound() || head < 1 || head > payload.localBytes()) {
            return Optional.empty();
        }
        List<SerialType> types = new ArrayList<>();
        long bytes = head;
        while (cursor.sound() && cursor.at() - start < head) {
            SerialType type = new SerialType(cursor.varint());
            if (!type.isKnown() || type.bytes() > payload.bytes()) {
                return Optional.empty();
            }
            types.add(type);
            bytes += type.bytes();
        }
        boolean whole = cursor.sound() && cursor.at() - start == head && bytes == payload.bytes();
        return whole
                ? Optional.of(new Cell(rowNumber, payload, types, (int) head))
                : Optional.empty();
    }
}
