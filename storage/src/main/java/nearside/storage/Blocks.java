package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The blocks of an attachment that stand in the file, read one at a time.
///
/// @param attachment its number in the file
/// @param ordinals of the blocks, in order
record Blocks(AttachmentRows rows, long attachment, List<Integer> ordinals) {
    private static final String ORDINALS =
            "SELECT ordinal FROM attachment_block WHERE attachment = ? ORDER BY ordinal";

    private static final String BYTES =
            "SELECT bytes FROM attachment_block WHERE attachment = ? AND ordinal = ?";

    Blocks {
        ordinals = List.copyOf(ordinals);
    }

    static Blocks of(Session session, AttachmentRows rows, long attachment) throws SQLException {
        return new Blocks(
                rows, attachment, session.rows(ORDINALS, row -> row.getInt(1), attachment));
    }

    int count() {
        return ordinals.size();
    }

    /// Whether all can be read, and have so many bytes together.
    boolean hold(Session session, long size) throws SQLException {
        long found = 0;
        for (int i = 0; i < count(); i++) {
            Optional<byte[]> block = read(session, i);
            if (block.isEmpty()) {
                return false;
            }
            found += block.get().length;
        }
        return found == size;
    }

    /// Empty when it is gone, or cannot be read any more.
    Optional<byte[]> read(Session session, int number) throws SQLException {
        return session.row(BYTES, row -> row.getBytes(1), attachment, ordinals.get(number))
                .flatMap(sealed -> rows.open(number, count(), sealed));
    }
}
