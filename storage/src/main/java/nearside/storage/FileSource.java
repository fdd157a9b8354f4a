package nearside.storage;

import nearside.storage.database.Session;
import nearside.storage.past.PastBytes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a file as a whole, wherever it is kept: beside a draft or at a message.
record FileSource(Session session, Contents contents) {
    private static final String DRAFT =
            "SELECT conversation, name, bytes FROM draft_file WHERE id = ?";

    private static final String ATTACHED =
            """
            SELECT a.seq, a.name, a.size, c.id AS conversation FROM attachment a
                JOIN message m ON m.seq = a.message JOIN conversation c ON c.seq = m.conversation
            WHERE a.id = ?
            """;

    /// A file that can be read.
    ///
    /// @param name empty when it cannot be read
    record Found(String name, PastBytes bytes) {}

    /// Empty when it is gone, or some of it cannot be read.
    Optional<Found> find(AttachmentId id) throws SQLException {
        Optional<Optional<Found>> draft = session.row(DRAFT, row -> draft(row, id), id.value());
        return draft.isPresent()
                ? draft.get()
                : session.row(ATTACHED, row -> attached(row, id), id.value())
                        .flatMap(found -> found);
    }

    private Optional<Found> draft(ResultSet row, AttachmentId id) throws SQLException {
        String owner = row.getString("conversation");
        String name = contents.text(DraftFiles.name(owner, id), row.getBytes("name")).orElse("");
        return contents.bytes(DraftFiles.bytes(owner, id), row.getBytes("bytes"))
                .map(bytes -> new Found(name, PastBytes.of(List.of(bytes))));
    }

    private Optional<Found> attached(ResultSet row, AttachmentId id) throws SQLException {
        AttachmentRows rows = new AttachmentRows(contents, row.getString("conversation"), id);
        String name = rows.name(row.getBytes("name")).orElse("");
        long size = row.getLong("size");
        Blocks blocks = Blocks.of(session, rows, row.getLong("seq"));
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 0; i < blocks.count(); i++) {
            Optional<byte[]> block = blocks.read(session, i);
            if (block.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(block.get());
        }
        return Optional.of(PastBytes.of(pieces))
                .filter(all -> all.size() == size)
                .map(all -> new Found(name, all));
    }
}
