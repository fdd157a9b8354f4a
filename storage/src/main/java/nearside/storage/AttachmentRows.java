package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.past.PastBytes;
import nearside.storage.vault.Place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;

/// The rows of one attachment: the one way into them and out of them. Each block is sealed for its
/// place and for the number of all, so that none can be left out or moved.
record AttachmentRows(Contents contents, String conversation, AttachmentId id) {
    private static final int BLOCK = 1 << 20;

    private static final String ATTACHMENT =
            """
            INSERT INTO attachment (id, message, size, name)
            SELECT ?1, seq, ?3, ?4 FROM message WHERE id = ?2
            """;

    /// A model reads more of it now.
    private static final String UNCOUNTED =
            "DELETE FROM token_count WHERE message = (SELECT seq FROM message WHERE id = ?)";

    private static final String BYTES =
            """
            INSERT INTO attachment_block (attachment, ordinal, bytes)
            SELECT seq, ?2, ?3 FROM attachment WHERE id = ?1
            """;

    /// Adds it to a message of its conversation, in the transaction of the session.
    void put(Session session, String message, String name, PastBytes bytes) throws SQLException {
        byte[] sealed = contents.seal(name(), name);
        session.change(ATTACHMENT, id.value(), message, bytes.size(), sealed);
        session.change(UNCOUNTED, message);
        int count = count(bytes.size());
        try (InputStream in = bytes.open()) {
            for (int i = 0; i < count; i++) {
                byte[] block = contents.seal(block(i, count), in.readNBytes(BLOCK));
                session.change(BYTES, id.value(), i, block);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /// Empty when it cannot be read any more.
    Optional<String> name(byte[] sealed) {
        return contents.text(name(), sealed);
    }

    /// One block of so many; empty when it cannot be read any more.
    Optional<byte[]> open(int number, int count, byte[] sealed) {
        return contents.bytes(block(number, count), sealed);
    }

    /// One that holds nothing has one empty block, so that none missing is seen.
    private static int count(long bytes) {
        return Math.max(1, Math.toIntExact(Math.ceilDiv(bytes, BLOCK)));
    }

    private Place name() {
        return Column.ATTACHMENT_NAME.in(conversation, id.value());
    }

    private Place block(int number, int count) {
        return Column.ATTACHMENT.in(conversation, id.value() + " " + number + " " + count);
    }
}
