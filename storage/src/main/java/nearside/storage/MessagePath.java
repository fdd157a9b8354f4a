package nearside.storage;

import nearside.storage.database.Session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the way from the first message of a conversation to one of its messages.
final class MessagePath {
    /// UNION, not UNION ALL, so that a damaged file with a circle in it still ends.
    private static final String PATH =
            """
            WITH RECURSIVE path (seq, parent) AS (
                SELECT seq, parent FROM message WHERE id = ?1
                UNION
                SELECT m.seq, m.parent FROM path p JOIN message m ON m.seq = p.parent)
            """;

    /// The same up to so many messages.
    private static final String LAST =
            """
            WITH RECURSIVE path (seq, parent, place) AS (
                SELECT seq, parent, 1 FROM message WHERE id = ?1
                UNION
                SELECT m.seq, m.parent, p.place + 1
                FROM path p JOIN message m ON m.seq = p.parent WHERE p.place < ?2)
            """;

    private static final String MESSAGES =
            "SELECT m.* FROM path JOIN message m ON m.seq = path.seq ORDER BY m.seq";

    private static final String TEXTS =
            """
            SELECT message, m.id, kind, ordinal, source, text FROM (
                SELECT message, 'SEGMENT' AS kind, ordinal, source, text FROM segment
                WHERE message IN (SELECT seq FROM path)
                UNION ALL
                SELECT message, 'PIECE', ordinal, source, text FROM piece
                WHERE message IN (SELECT seq FROM path))
            JOIN message m ON m.seq = message
            ORDER BY message, kind DESC, ordinal
            """;

    private static final String SIBLINGS =
            PATH
                    + """
                    SELECT m.id, s.id FROM path JOIN message m ON m.seq = path.seq
                    JOIN message s ON s.parent IS m.parent AND s.conversation = m.conversation
                        AND s.removed_ns IS NULL
                    ORDER BY m.seq, s.seq
                    """;

    private static final String SHOWN =
            "SELECT m.id FROM conversation c JOIN message m ON m.seq = c.leaf WHERE c.id = ?";

    private static final String COUNTS =
            PATH
                    + """
                    SELECT m.id, t.tokens FROM path JOIN message m ON m.seq = path.seq
                    JOIN token_count t ON t.message = path.seq AND t.tokenizer = ?2
                    """;

    private MessagePath() {}

    private record Text(long message, Optional<Message.Segment> segment) {}

    /// Where the path ends that a person sees; empty for a conversation without messages.
    static Optional<MessageId> shownEnd(Session session, ConversationId id) throws SQLException {
        return session.row(SHOWN, row -> new MessageId(row.getString(1)), id.value());
    }

    /// @param end the last message
    static List<Message> messages(
            Session session, Contents contents, ConversationId id, MessageId end)
            throws SQLException {
        return read(session, contents, id, PATH, end.value());
    }

    /// The last ones of it.
    ///
    /// @param most so many at most
    static List<Message> last(
            Session session, Contents contents, ConversationId id, MessageId end, int most)
            throws SQLException {
        return read(session, contents, id, LAST, end.value(), most);
    }

    private static List<Message> read(
            Session session, Contents contents, ConversationId id, String path, Object... values)
            throws SQLException {
        Map<Long, List<Optional<Message.Segment>>> texts = new LinkedHashMap<>();
        for (Text text : session.rows(path + TEXTS, row -> text(row, contents, id), values)) {
            texts.computeIfAbsent(text.message(), none -> new ArrayList<>()).add(text.segment());
        }
        return session.rows(
                path + MESSAGES,
                row ->
                        message(
                                row,
                                contents,
                                id,
                                texts.getOrDefault(row.getLong("seq"), List.of())),
                values);
    }

    /// A message without text has no tokens and needs no count.
    static Map<MessageId, Integer> counts(Session session, MessageId end, String tokenizer)
            throws SQLException {
        Map<MessageId, Integer> counts = new HashMap<>();
        session.rows(
                COUNTS,
                row -> counts.put(new MessageId(row.getString(1)), row.getInt(2)),
                end.value(),
                tokenizer);
        return counts;
    }

    /// All messages beside those of the path, themselves included, the oldest first; without those
    /// that stand alone.
    static Map<MessageId, List<MessageId>> siblings(Session session, MessageId end)
            throws SQLException {
        Map<MessageId, List<MessageId>> all = new HashMap<>();
        session.rows(
                SIBLINGS,
                row ->
                        all.computeIfAbsent(new MessageId(row.getString(1)), _ -> new ArrayList<>())
                                .add(new MessageId(row.getString(2))),
                end.value());
        all.values().removeIf(each -> each.size() == 1);
        return all;
    }

    private static Text text(ResultSet row, Contents contents, ConversationId id)
            throws SQLException {
        MessageRow message =
                new MessageRow(row.getLong("message"), row.getString("id"), id.value());
        return new Text(message.seq(), Segments.read(row, contents, message).segment());
    }

    private static Message message(
            ResultSet row,
            Contents contents,
            ConversationId id,
            List<Optional<Message.Segment>> pieces)
            throws SQLException {
        MessageRow place = new MessageRow(row.getLong("seq"), row.getString("id"), id.value());
        List<Message.Segment> readable = pieces.stream().flatMap(Optional::stream).toList();
        return new Message(
                new MessageId(place.id()),
                Message.Speaker.valueOf(row.getString("speaker")),
                Message.State.valueOf(row.getString("state")),
                new Message.Text(Segments.joined(readable), pieces.size() - readable.size()),
                facts(row),
                Optional.ofNullable(row.getBytes("decision"))
                        .flatMap(sealed -> contents.text(place.decision(), sealed)));
    }

    private static Optional<Message.Facts> facts(ResultSet row) throws SQLException {
        if (row.getString("model") == null || row.getString("finished_ns") == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Message.Facts(
                        row.getString("model"),
                        row.getInt("prompt_tokens"),
                        row.getInt("reply_tokens"),
                        row.getDouble("first_word_seconds"),
                        row.getDouble("tokens_per_second"),
                        Nanos.instant(row.getLong("finished_ns"))));
    }
}
