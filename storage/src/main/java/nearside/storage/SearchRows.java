package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.index.Talk;
import nearside.storage.search.Filter.Origin;
import nearside.storage.search.Filter.Place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Reads and opens what can be searched: titles, questions and replies. What a model is told before
/// a conversation is not shown, and not searched.
record SearchRows(Session session, Contents contents) {
    private static final String TALK =
            "c.seq AS talk, c.id AS talk_id, c.folder, c.deleted_ns IS NOT NULL AS trashed";

    private static final String TITLES =
            "SELECT c.title, c.changed_ns, "
                    + TALK
                    + " FROM conversation c WHERE -c.seq IN (SELECT value FROM json_each(?))";

    private static final String MESSAGES =
            "SELECT m.seq, m.id, m.begun_ns, kind, ordinal, source, text, "
                    + TALK
                    + """
                     FROM (
                        SELECT message, 'SEGMENT' AS kind, ordinal, source, text FROM segment
                        WHERE message IN (SELECT value FROM json_each(?1))
                        UNION ALL
                        SELECT message, 'PIECE', ordinal, source, text FROM piece
                        WHERE message IN (SELECT value FROM json_each(?1)))
                    JOIN message m ON m.seq = message
                    JOIN conversation c ON c.seq = m.conversation
                    WHERE m.speaker <> 'SYSTEM' AND m.removed_ns IS NULL
                    ORDER BY message, kind DESC, ordinal
                    """;

    /// All that there is: titles, then messages, each newest first.
    List<Long> newestFirst() throws SQLException {
        List<Long> all = new ArrayList<>();
        all.addAll(numbers("SELECT -seq FROM conversation ORDER BY changed_ns DESC, seq DESC"));
        all.addAll(numbers("SELECT seq FROM message ORDER BY begun_ns DESC, seq DESC"));
        return all;
    }

    Optional<Long> message(MessageId id) throws SQLException {
        return numbers("SELECT seq FROM message WHERE id = ?", id.value()).stream().findFirst();
    }

    Optional<Long> title(ConversationId id) throws SQLException {
        return numbers("SELECT -seq FROM conversation WHERE id = ?", id.value()).stream()
                .findFirst();
    }

    List<Long> messages(ConversationId id) throws SQLException {
        return numbers(
                """
                SELECT m.seq FROM message m JOIN conversation c ON c.seq = m.conversation
                WHERE c.id = ?
                """,
                id.value());
    }

    /// Folders with such names.
    Set<Long> folders(Predicate<String> wanted) throws SQLException {
        return session.rows("SELECT seq, id, name FROM folder", this::folder).stream()
                .filter(folder -> wanted.test(folder.name()))
                .map(Folder::seq)
                .collect(Collectors.toSet());
    }

    private record Folder(long seq, String name) {}

    private Folder folder(ResultSet row) throws SQLException {
        return new Folder(
                row.getLong("seq"),
                contents.text(Column.FOLDER.in(row.getString("id")), row.getBytes("name"))
                        .orElse(""));
    }

    /// In the order in which they are asked for; what is gone or has no text is left out.
    List<SearchRow> read(Collection<Long> subjects) throws SQLException {
        Map<Long, SearchRow> found = new HashMap<>();
        String json = json(subjects);
        session.rows(TITLES, this::title, json).forEach(row -> found.put(row.subject(), row));
        messages(json).forEach(row -> found.put(row.subject(), row));
        return subjects.stream()
                .map(subject -> Optional.ofNullable(found.get(subject)))
                .flatMap(Optional::stream)
                .toList();
    }

    private SearchRow title(ResultSet row) throws SQLException {
        Talk talk = talk(row);
        String title =
                contents.text(Column.TITLE.in(talk.id(), talk.id()), row.getBytes("title"))
                        .orElse("");
        return new SearchRow(
                SearchRow.title(talk.seq()),
                talk,
                Optional.empty(),
                row.getLong("changed_ns"),
                Set.of(),
                title);
    }

    private record Part(SearchRow of, Optional<Message.Segment> segment) {}

    private List<SearchRow> messages(String json) throws SQLException {
        Map<Long, List<Part>> parts = new LinkedHashMap<>();
        for (Part part : session.rows(MESSAGES, this::part, json)) {
            parts.computeIfAbsent(part.of().subject(), none -> new ArrayList<>()).add(part);
        }
        return parts.values().stream().map(SearchRows::joined).toList();
    }

    private Part part(ResultSet row) throws SQLException {
        Talk talk = talk(row);
        MessageRow message = new MessageRow(row.getLong("seq"), row.getString("id"), talk.id());
        return new Part(
                new SearchRow(
                        message.seq(),
                        talk,
                        Optional.of(new MessageId(message.id())),
                        row.getLong("begun_ns"),
                        Set.of(),
                        ""),
                Segments.read(row, contents, message).segment());
    }

    private static SearchRow joined(List<Part> parts) {
        SearchRow of = parts.getFirst().of();
        List<Message.Segment> readable =
                parts.stream().map(Part::segment).flatMap(Optional::stream).toList();
        return new SearchRow(
                of.subject(),
                of.talk(),
                of.message(),
                of.timeNanos(),
                readable.stream()
                        .map(segment -> origin(segment.source()))
                        .collect(Collectors.toSet()),
                readable.stream().map(Message.Segment::text).collect(Collectors.joining()));
    }

    private static Origin origin(Message.Source source) {
        return switch (source) {
            case HERE -> Origin.HERE;
            case BORROWED -> Origin.BORROWED;
        };
    }

    private static Talk talk(ResultSet row) throws SQLException {
        long folder = row.getLong("folder");
        return new Talk(
                row.getLong("talk"),
                row.getString("talk_id"),
                folder == 0 ? Optional.empty() : Optional.of(folder),
                row.getBoolean("trashed") ? Place.TRASH : Place.KEPT);
    }

    private List<Long> numbers(String sql, Object... values) throws SQLException {
        return session.rows(sql, row -> row.getLong(1), values);
    }

    private static String json(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
