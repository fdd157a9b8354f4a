package nearside.storage.salvage;

/// What may stand in a column.
public enum Kind {
    /// Nothing: the number of the row itself stands beside the record.
    ROW_NUMBER,
    WHOLE,
    WHOLE_OR_NULL,
    /// A whole number is kept as one, whatever the column says.
    REAL_OR_NULL,
    TEXT,
    TEXT_OR_NULL,
    BLOB,
    BLOB_OR_NULL;

    boolean fits(SerialType type) {
        return switch (this) {
            case ROW_NUMBER -> type.isNull();
            case WHOLE -> type.isWhole();
            case WHOLE_OR_NULL -> type.isNull() || type.isWhole();
            case REAL_OR_NULL -> type.isNull() || type.isWhole() || type.isReal();
            case TEXT -> type.isText();
            case TEXT_OR_NULL -> type.isNull() || type.isText();
            case BLOB -> type.isBlob();
            case BLOB_OR_NULL -> type.isNull() || type.isBlob();
        };
    }
}
