package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastConversation.Filing;
import nearside.storage.past.PastConversation.Head;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastMessage.Content;
import nearside.storage.past.PastMessage.Figures;
import nearside.storage.past.PastMessage.Making;
import nearside.storage.past.PastMessage.Run;
import nearside.storage.past.PastTime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads all of a conversation: every branch, and what it is filed under. Attachments come by
/// [TakenFiles].
final class WholeConversation {
    private static final String CONVERSATION =
            """
            SELECT c.*, leaf.id AS shown, f.id AS folder_id, f.name AS folder_name
            FROM conversation c LEFT JOIN message leaf ON leaf.seq = c.leaf
                LEFT JOIN folder f ON f.seq = c.folder
            WHERE c.id = ? AND c.deleted_ns IS NULL
            """;

    private static final String TAGS =
            """
            SELECT t.id, t.name FROM tagged JOIN tag t ON t.seq = tagged.tag
                JOIN conversation c ON c.seq = tagged.conversation
            WHERE c.id = ? ORDER BY t.seq
            """;

    private static final String MESSAGES =
            """
            SELECT m.*, parent.id AS parent_id
            FROM message m JOIN conversation c ON c.seq = m.conversation
                LEFT JOIN message parent ON parent.seq = m.parent
            WHERE c.id = ? AND m.removed_ns IS NULL ORDER BY m.seq
            """;

    private static final String TEXTS =
            """
            SELECT r.message, m.id, r.kind, r.ordinal, r.source, r.text FROM (
                SELECT 'SEGMENT' AS kind, message, ordinal, source, text FROM segment
                UNION ALL
                SELECT 'PIECE', message, ordinal, source, text FROM piece) r
                JOIN message m ON m.seq = r.message
                JOIN conversation c ON c.seq = m.conversation
            WHERE c.id = ? ORDER BY r.message, r.kind DESC, r.ordinal
            """;

    /// Stands for text that cannot be read any more.
    private static final String UNREADABLE = "\uFFFD";

    private WholeConversation() {}

    static Optional<PastConversation> find(Session session, Contents contents, ConversationId id)
            throws SQLException {
        List<PastMessage> messages = messages(session, contents, id.value());
        List<String> tags =
                session.rows(
                        TAGS,
                        row -> label(row, contents, Column.TAG, "id", "name").orElse(UNREADABLE),
                        id.value());
        return session.row(
                CONVERSATION, row -> conversation(row, contents, tags, messages), id.value());
    }

    static List<PastMessage> messages(Session session, Contents contents, String id)
            throws SQLException {
        Map<Long, List<Message.Segment>> texts = new HashMap<>();
        for (Text text : session.rows(TEXTS, row -> text(row, contents, id), id)) {
            texts.computeIfAbsent(text.message(), none -> new ArrayList<>()).add(text.segment());
        }
        Set<String> before = new HashSet<>();
        return session.rows(
                MESSAGES,
                row ->
                        message(
                                row,
                                contents,
                                id,
                                texts.getOrDefault(row.getLong("seq"), List.of()),
                                before),
                id);
    }

    private record Text(long message, Message.Segment segment) {}

    private static Text text(ResultSet row, Contents contents, String conversation)
            throws SQLException {
        MessageRow message =
                new MessageRow(row.getLong("message"), row.getString("id"), conversation);
        Message.Source source = Message.Source.valueOf(row.getString("source"));
        return new Text(
                message.seq(),
                Segments.read(row, contents, message)
                        .segment()
                        .orElse(new Message.Segment(source, UNREADABLE)));
    }

    /// @param before the ids of the messages before, among which the parent is looked for: a
    ///   damaged file may have circles
    private static PastMessage message(
            ResultSet row,
            Contents contents,
            String conversation,
            List<Message.Segment> texts,
            Set<String> before)
            throws SQLException {
        MessageRow place = new MessageRow(row.getLong("seq"), row.getString("id"), conversation);
        Optional<String> parent =
                Optional.ofNullable(row.getString("parent_id")).filter(before::contains);
        before.add(place.id());
        return new PastMessage(
                place.id(),
                parent,
                new PastMessage.Head(
                        PastMessage.Speaker.valueOf(row.getString("speaker")),
                        state(row.getString("state")),
                        Nanos.instant(row.getLong("begun_ns")),
                        pinned(row)),
                Content.of(Segments.joined(texts).stream().map(WholeConversation::run).toList()),
                making(row, contents, place),
                Optional.ofNullable(row.getBytes("extra"))
                        .flatMap(sealed ->
                                contents.text(
                                        Column.MESSAGE_EXTRA.in(conversation, place.id()),
                                        sealed)));
    }

    private static Run run(Message.Segment segment) {
        return new Run(PastMessage.Source.valueOf(segment.source().name()), segment.text());
    }

    /// A reply that is being written is, as far as it goes, one that was cut.
    private static PastMessage.State state(String stored) {
        return switch (Message.State.valueOf(stored)) {
            case WRITING, CUT -> PastMessage.State.CUT;
            case DONE -> PastMessage.State.DONE;
            case LENGTH -> PastMessage.State.LENGTH;
            case STOPPED -> PastMessage.State.STOPPED;
            case FAILED -> PastMessage.State.FAILED;
        };
    }

    private static Making making(ResultSet row, Contents contents, MessageRow place)
            throws SQLException {
        Optional<Figures> figures = Optional.empty();
        if (row.getString("finished_ns") != null) {
            figures =
                    Optional.of(
                            new Figures(
                                    row.getInt("prompt_tokens"),
                                    row.getInt("reply_tokens"),
                                    row.getDouble("first_word_seconds"),
                                    row.getDouble("tokens_per_second"),
                                    Nanos.instant(row.getLong("finished_ns"))));
        }
        Optional<String> model = Optional.ofNullable(row.getString("model"));
        return new Making(
                model,
                figures.filter(_ -> model.isPresent()),
                Optional.ofNullable(row.getBytes("decision"))
                        .flatMap(sealed -> contents.text(place.decision(), sealed)));
    }

    private static PastConversation conversation(
            ResultSet row, Contents contents, List<String> tags, List<PastMessage> messages)
            throws SQLException {
        String id = row.getString("id");
        return new PastConversation(
                id,
                new Head(
                        contents.text(Column.TITLE.in(id, id), row.getBytes("title")).orElse(""),
                        Nanos.instant(row.getLong("created_ns")),
                        Nanos.instant(row.getLong("changed_ns"))),
                new Filing(
                        label(row, contents, Column.FOLDER, "folder_id", "folder_name"),
                        tags,
                        pinned(row)),
                messages,
                Optional.ofNullable(row.getString("shown")),
                Optional.ofNullable(row.getBytes("extra"))
                        .flatMap(sealed ->
                                contents.text(Column.CONVERSATION_EXTRA.in(id, id), sealed)));
    }

    private static Optional<Instant> pinned(ResultSet row) throws SQLException {
        long nanos = row.getLong("pinned_ns");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(Nanos.instant(nanos)).filter(PastTime::fits);
    }

    private static Optional<String> label(
            ResultSet row, Contents contents, Column column, String id, String name)
            throws SQLException {
        String own = row.getString(id);
        byte[] sealed = row.getBytes(name);
        return own == null || sealed == null
                ? Optional.empty()
                : contents.text(column.in(own), sealed);
    }
}
