package nearside.storage;

import static nearside.storage.salvage.Kind.BLOB;
import static nearside.storage.salvage.Kind.BLOB_OR_NULL;
import static nearside.storage.salvage.Kind.REAL_OR_NULL;
import static nearside.storage.salvage.Kind.ROW_NUMBER;
import static nearside.storage.salvage.Kind.TEXT;
import static nearside.storage.salvage.Kind.TEXT_OR_NULL;
import static nearside.storage.salvage.Kind.WHOLE;
import static nearside.storage.salvage.Kind.WHOLE_OR_NULL;

import nearside.storage.salvage.Shape;

import java.util.List;

/// By what the rows of our tables are known in a damaged file. Tables of one shape are told apart
/// by the place for which their sealed values open.
final class Shapes {
    static final Shape VAULT = Shape.of(ROW_NUMBER, TEXT, TEXT);

    static final Shape CONVERSATION =
            new Shape(
                    List.of(
                            ROW_NUMBER,
                            TEXT,
                            WHOLE,
                            WHOLE,
                            WHOLE,
                            WHOLE_OR_NULL,
                            WHOLE_OR_NULL,
                            BLOB,
                            WHOLE_OR_NULL,
                            WHOLE_OR_NULL,
                            BLOB_OR_NULL,
                            BLOB_OR_NULL,
                            WHOLE_OR_NULL),
                    8);

    static final Shape MESSAGE =
            new Shape(
                    List.of(
                            ROW_NUMBER,
                            TEXT,
                            WHOLE,
                            WHOLE_OR_NULL,
                            TEXT,
                            TEXT,
                            WHOLE,
                            TEXT_OR_NULL,
                            WHOLE_OR_NULL,
                            WHOLE_OR_NULL,
                            REAL_OR_NULL,
                            REAL_OR_NULL,
                            WHOLE_OR_NULL,
                            BLOB_OR_NULL,
                            BLOB_OR_NULL,
                            WHOLE_OR_NULL,
                            WHOLE_OR_NULL),
                    14);

    /// A segment or a piece.
    static final Shape RUN = Shape.of(WHOLE, WHOLE, TEXT, BLOB);

    static final Shape DRAFT = Shape.of(TEXT, BLOB);
    static final Shape DRAFT_FILE = Shape.of(ROW_NUMBER, TEXT, TEXT, WHOLE, BLOB, BLOB);

    static final Shape TEMPLATE = Shape.of(ROW_NUMBER, TEXT, TEXT, BLOB, BLOB);

    /// A folder or a tag.
    static final Shape NAMED = Shape.of(ROW_NUMBER, TEXT, BLOB);

    static final Shape ATTACHMENT = Shape.of(ROW_NUMBER, TEXT, WHOLE, WHOLE, BLOB);
    static final Shape ATTACHMENT_BLOCK = Shape.of(WHOLE, WHOLE, BLOB);
    static final Shape TOKEN_COUNT = Shape.of(WHOLE, TEXT, WHOLE);

    private Shapes() {}
}
