package nearside.storage;

import nearside.storage.database.Session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The runs of text of a message: how pieces that came one by one are joined and kept.
final class Segments {
    private Segments() {}

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

    /// Turns the pieces of a reply into segments, behind those it had.
    static void fold(Session session, long message) throws SQLException {
        int last =
                session.row(
                                "SELECT max(ordinal) FROM segment WHERE message = ?",
                                row -> Math.max(0, row.getInt(1)),
                                message)
                        .orElse(0);
        List<Message.Segment> runs =
                joined(
                        session.rows(
                                """
                                SELECT source, text FROM (
                                    SELECT 0 AS late, ordinal, source, text FROM segment
                                    WHERE message = ?1 AND ordinal = ?2
                                    UNION ALL
                                    SELECT 1, ordinal, source, text FROM piece WHERE message = ?1)
                                ORDER BY late, ordinal
                                """,
                                Segments::read,
                                message,
                                last));
        for (int i = 0; i < runs.size(); i++) {
            put(session, message, last + i, runs.get(i));
        }
        session.change("DELETE FROM piece WHERE message = ?", message);
    }

    static void put(Session session, long message, int ordinal, Message.Segment segment)
            throws SQLException {
        session.change(
                """
                INSERT INTO segment (message, ordinal, source, text) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET source = excluded.source, text = excluded.text
                """,
                message,
                ordinal,
                segment.source().name(),
                segment.text());
    }

    static Message.Segment read(ResultSet row) throws SQLException {
        return new Message.Segment(
                Message.Source.valueOf(row.getString("source")), row.getString("text"));
    }

    private static Message.Segment run(List<Message.Segment> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return new Message.Segment(pieces.getFirst().source(), text.toString());
    }
}
