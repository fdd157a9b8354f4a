package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The runs of text of a message: how pieces that came one by one are joined and kept.
final class Segments {
    private static final String PIECES =
            """
            SELECT 'PIECE' AS kind, message, ordinal, source, text FROM piece WHERE message = ?
            ORDER BY ordinal
            """;

    private static final String LAST =
            """
            SELECT 'SEGMENT' AS kind, message, ordinal, source, text FROM segment
            WHERE message = ? ORDER BY ordinal DESC LIMIT 1
            """;

    private Segments() {}

    /// A run as it stands in the file, opened.
    ///
    /// @param segment empty when it cannot be read any more
    record Run(Column column, int ordinal, Optional<Message.Segment> segment) {}

    /// Neighbours of the same source become one; runs without text disappear.
    static List<Message.Segment> joined(List<Message.Segment> pieces) {
        List<Message.Segment> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= pieces.size(); to++) {
            if (to == pieces.size() || pieces.get(to).source() != pieces.get(from).source()) {
                runs.add(run(pieces.subList(from, to)));
                from = to;
            }
        }
        return runs.stream().filter(run -> !run.text().isEmpty()).toList();
    }

    /// Turns the pieces of a reply into segments, behind those it had. As long as one of them
    /// cannot be read they all stay pieces: a backup may still have it, and its place between the
    /// others.
    static void fold(Session session, Contents contents, MessageRow message) throws SQLException {
        List<Run> pieces = session.rows(PIECES, row -> read(row, contents, message), message.seq());
        if (pieces.stream().anyMatch(piece -> piece.segment().isEmpty())) {
            return;
        }
        Optional<Run> last = session.row(LAST, row -> read(row, contents, message), message.seq());
        List<Message.Segment> texts = new ArrayList<>();
        last.flatMap(Run::segment).ifPresent(texts::add);
        pieces.forEach(piece -> piece.segment().ifPresent(texts::add));
        int from = last.map(Segments::next).orElse(0);
        List<Message.Segment> runs = joined(texts);
        for (int i = 0; i < runs.size(); i++) {
            put(session, contents, message, from + i, runs.get(i));
        }
        session.change("DELETE FROM piece WHERE message = ?", message.seq());
    }

    /// The last segment is written anew with what follows it, unless it cannot be read.
    private static int next(Run last) {
        return last.segment().isPresent() ? last.ordinal() : last.ordinal() + 1;
    }

    static void put(
            Session session,
            Contents contents,
            MessageRow message,
            int ordinal,
            Message.Segment segment)
            throws SQLException {
        String source = segment.source().name();
        session.change(
                """
                INSERT INTO segment (message, ordinal, source, text) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET source = excluded.source, text = excluded.text
                """,
                message.seq(),
                ordinal,
                source,
                contents.seal(message.text(Column.SEGMENT, ordinal, source), segment.text()));
    }

    /// Reads a row with the columns `kind`, `ordinal`, `source` and `text`.
    static Run read(ResultSet row, Contents contents, MessageRow message) throws SQLException {
        Column column = Column.valueOf(row.getString("kind"));
        int ordinal = row.getInt("ordinal");
        String source = row.getString("source");
        return new Run(
                column,
                ordinal,
                contents.text(message.text(column, ordinal, source), row.getBytes("text"))
                        .map(text -> new Message.Segment(Message.Source.valueOf(source), text)));
    }

    private static Message.Segment run(List<Message.Segment> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return new Message.Segment(pieces.getFirst().source(), text.toString());
    }
}
