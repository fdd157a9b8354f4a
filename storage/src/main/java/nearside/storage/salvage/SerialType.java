package nearside.storage.salvage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// How a value is kept in a record (SQLite file format, section 2.1): its kind and its length in
/// one number.
record SerialType(long code) {
    private static final int REAL = 7;
    private static final int ZERO = 8;
    private static final int ONE = 9;
    private static final int FIRST_BLOB = 12;

    /// 10 and 11 are never in a file.
    boolean isKnown() {
        return code >= 0 && code != 10 && code != 11;
    }

    boolean isNull() {
        return code == 0;
    }

    boolean isWhole() {
        return code >= 1 && code <= ONE && code != REAL;
    }

    boolean isReal() {
        return code == REAL;
    }

    boolean isBlob() {
        return code >= FIRST_BLOB && code % 2 == 0;
    }

    boolean isText() {
        return code > FIRST_BLOB && code % 2 == 1;
    }

    /// The length of the value in bytes.
    long bytes() {
        return switch ((int) Math.min(code, FIRST_BLOB)) {
            case 1, 2, 3, 4 -> code;
            case 5 -> 6;
            case 6, REAL -> 8;
            case FIRST_BLOB -> (code - FIRST_BLOB) / 2;
            default -> 0;
        };
    }

    /// Takes the value from the buffer, which has as many bytes left.
    Value read(ByteBuffer from) {
        if (isNull()) {
            return new Value.Nothing();
        }
        if (isReal()) {
            return new Value.Real(from.getDouble());
        }
        if (isWhole()) {
            return new Value.Whole(whole(from));
        }
        byte[] bytes = new byte[Math.toIntExact(bytes())];
        from.get(bytes);
        return isText()
                ? new Value.Text(new String(bytes, UTF_8))
                : new Value.Blob(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    /// The highest byte has the sign.
    private long whole(ByteBuffer from) {
        if (code == ZERO || code == ONE) {
            return code - ZERO;
        }
        long number = from.get();
        for (long left = bytes() - 1; left > 0; left--) {
            number = (number << 8) | (from.get() & 0xff);
        }
        return number;
    }
}
