package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.vault.Place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The conversations of a profile. Every call blocks until the database has answered; changes are
/// committed on return.
public final class Conversations {
    private static final String SELECT =
            """
            SELECT c.id, c.title, c.changed_ns, c.pinned_ns, c.archived_ns, c.deleted_ns, f.id AS folder
            FROM conversation c LEFT JOIN folder f ON f.seq = c.folder
            """;

    /// UNION, so that a damaged file with a circle in it still ends.
    static final String SHOW =
            """
            WITH RECURSIVE down (seq) AS (
                SELECT seq FROM message WHERE id = ?1
                UNION
                SELECT (SELECT max(m.seq) FROM message m
                    WHERE m.parent = down.seq AND m.removed_ns IS NULL) FROM down
                WHERE down.seq IS NOT NULL)
            UPDATE conversation SET leaf = (SELECT max(seq) FROM down)
            WHERE seq = (SELECT conversation FROM message WHERE id = ?1)
            """;

    private static final String PIN_MESSAGE =
            "UPDATE message SET pinned_ns = ?2 WHERE id = ?1 AND removed_ns IS NULL";

    private final Store store;
    private final Removal removal;
    private final Search search;
    private final InstantSource clock;

    Conversations(Store store, Removal removal, Search search, InstantSource clock) {
        this.store = store;
        this.removal = removal;
        this.search = search;
        this.clock = clock;
    }

    /// Pinned ones come first; then what was said here last, and below it, by their own times,
    /// those that were brought in and not gone on with. Without the deleted ones.
    public List<Conversation> list() {
        return store.read(session ->
                session.rows(
                        SELECT
                                + """
                                WHERE c.deleted_ns IS NULL
                                ORDER BY c.pinned_ns DESC NULLS LAST, c.changed DESC,
                                    c.changed_ns DESC, c.seq DESC
                                """,
                        this::conversation));
    }

    /// Empty for a deleted one, too.
    public Optional<Conversation> find(ConversationId id) {
        return store.read(session ->
                session.row(
                        SELECT + "WHERE c.id = ? AND c.deleted_ns IS NULL",
                        this::conversation,
                        id.value()));
    }

    /// Whether that message stands in that conversation, on whatever way; not for what is deleted.
    public boolean holds(ConversationId id, MessageId message) {
        return store.read(session ->
                session.row(
                                """
                                SELECT m.seq FROM message m
                                JOIN conversation c ON c.seq = m.conversation
                                WHERE c.id = ? AND m.id = ? AND c.deleted_ns IS NULL
                                    AND m.removed_ns IS NULL
                                """,
                                row -> row.getLong(1),
                                id.value(),
                                message.value())
                        .isPresent());
    }

    /// The shown path through the message tree, first message first.
    public List<Message> messages(ConversationId id) {
        return store.read(session -> {
            Optional<MessageId> end = MessagePath.shownEnd(session, id);
            return end.isEmpty()
                    ? List.of()
                    : MessagePath.messages(session, store.contents(), id, end.get());
        });
    }

    /// The end of the shown path, first message first.
    ///
    /// @param most so many messages at most
    public List<Message> last(ConversationId id, int most) {
        return store.read(session -> {
            Optional<MessageId> end = MessagePath.shownEnd(session, id);
            return end.isEmpty()
                    ? List.of()
                    : MessagePath.last(session, store.contents(), id, end.get(), most);
        });
    }

    /// The path through the message tree to that message, first message first.
    public List<Message> messages(ConversationId id, MessageId end) {
        return store.read(session -> MessagePath.messages(session, store.contents(), id, end));
    }

    /// For each message on the shown path beside which others stand: all of them, the oldest first.
    public Map<MessageId, List<MessageId>> siblings(ConversationId id) {
        return store.read(session -> {
            Optional<MessageId> end = MessagePath.shownEnd(session, id);
            return end.isEmpty() ? Map.of() : MessagePath.siblings(session, end.get());
        });
    }

    /// Shows the path through that message, down to what was said last below it. The conversation
    /// keeps its place in the list.
    public void show(MessageId message) {
        int changed = store.write(session -> session.change(SHOW, message.value()));
        if (changed == 0) {
            throw new IllegalArgumentException("No message " + message.value());
        }
    }

    /// Tokens of the messages on the shown path that were counted by the tokenizer of that hash.
    public Map<MessageId, Integer> counts(ConversationId id, String tokenizerHash) {
        return store.read(session -> {
            Optional<MessageId> end = MessagePath.shownEnd(session, id);
            return end.isEmpty() ? Map.of() : MessagePath.counts(session, end.get(), tokenizerHash);
        });
    }

    /// The same on the path to that message.
    public Map<MessageId, Integer> counts(MessageId end, String tokenizerHash) {
        return store.read(session -> MessagePath.counts(session, end, tokenizerHash));
    }

    /// The messages that a model always reads, on whatever way they stand.
    public Set<MessageId> pinned(ConversationId id) {
        return Set.copyOf(
                store.read(session ->
                        session.rows(
                                """
                                SELECT m.id FROM message m
                                    JOIN conversation c ON c.seq = m.conversation
                                WHERE c.id = ? AND m.pinned_ns IS NOT NULL
                                    AND m.removed_ns IS NULL
                                """,
                                row -> new MessageId(row.getString(1)),
                                id.value())));
    }

    /// From now on a model reads that message, however little room there is.
    public void pin(MessageId message) {
        change(message, Optional.of(now()));
    }

    /// It is read where there is room for it again.
    public void unpin(MessageId message) {
        change(message, Optional.empty());
    }

    private void change(MessageId message, Optional<Long> pinned) {
        int changed = store.write(session -> session.change(PIN_MESSAGE, message.value(), pinned));
        if (changed == 0) {
            throw new IllegalArgumentException("No message " + message.value());
        }
    }

    /// How many replies there are in all conversations, those in the trash included.
    public List<Answered> answered() {
        return store.read(Answered::all);
    }

    public void rename(ConversationId id, String title) {
        change(
                "UPDATE conversation SET title = ?2 WHERE id = ?1",
                id,
                store.contents().seal(title(id), title));
    }

    /// What the model was told before the first question; empty for nothing.
    public Optional<String> told(ConversationId id) {
        return store.read(session -> {
            Optional<MessageId> first =
                    session.row(
                            """
                            SELECT m.id FROM message m
                                JOIN conversation c ON c.seq = m.conversation
                            WHERE c.id = ? AND m.speaker = 'SYSTEM' AND m.parent IS NULL
                            """,
                            row -> new MessageId(row.getString(1)),
                            id.value());
            return first.isEmpty()
                    ? Optional.empty()
                    : MessagePath.messages(session, store.contents(), id, first.get()).stream()
                            .map(Message::text)
                            .findFirst();
        });
    }

    /// How a model is asked in it, as JSON; empty where that was never said, or cannot be read.
    public Optional<String> setup(ConversationId id) {
        return store.read(session ->
                session.row(
                                "SELECT setup FROM conversation WHERE id = ? AND setup NOT NULL",
                                row -> row.getBytes(1),
                                id.value())
                        .flatMap(sealed -> store.contents().text(setupOf(id), sealed)));
    }

    /// From now on a model is asked so in it.
    ///
    /// @param setup as JSON
    public void setUp(ConversationId id, String setup) {
        change(
                "UPDATE conversation SET setup = ?2 WHERE id = ?1",
                id,
                store.contents().seal(setupOf(id), setup));
    }

    /// Hides the conversation; [#restore] brings it back. It is removed for good 30 days later.
    public void delete(ConversationId id) {
        change(
                "UPDATE conversation SET deleted_ns = ifnull(deleted_ns, ?2) WHERE id = ?1",
                id,
                now());
    }

    /// Deleted ones that can be brought back, the last one first.
    public List<Deleted> deleted() {
        return store.read(session ->
                session.rows(
                        SELECT
                                + """
                                WHERE c.deleted_ns IS NOT NULL
                                ORDER BY c.deleted_ns DESC, c.seq DESC
                                """,
                        row ->
                                new Deleted(
                                        conversation(row),
                                        Nanos.instant(row.getLong("deleted_ns")))));
    }

    /// Puts the conversation to the head of the list.
    public void pin(ConversationId id) {
        change("UPDATE conversation SET pinned_ns = ?2 WHERE id = ?1", id, now());
    }

    /// It stands where its time puts it again.
    public void unpin(ConversationId id) {
        change("UPDATE conversation SET pinned_ns = ?2 WHERE id = ?1", id, Optional.empty());
    }

    /// Puts it away. It comes back by itself when something more is said in it.
    public void archive(ConversationId id) {
        change("UPDATE conversation SET archived_ns = ?2 WHERE id = ?1", id, now());
    }

    /// Brings it back from where it was put away.
    public void unarchive(ConversationId id) {
        change("UPDATE conversation SET archived_ns = ?2 WHERE id = ?1", id, Optional.empty());
    }

    public void restore(ConversationId id) {
        change("UPDATE conversation SET deleted_ns = ?2 WHERE id = ?1", id, Optional.empty());
    }

    /// Removes conversations for good, at once: their keys are destroyed, so that not even a copy
    /// of the database, or of what a model had read, brings them back. Harmless for those that are
    /// gone.
    public void remove(List<ConversationId> ids) {
        List<String> values = ids.stream().map(ConversationId::value).toList();
        removal.of(values, clock.instant());
        search.forget(values);
    }

    private void change(String sql, ConversationId id, Object value) {
        int changed = store.write(session -> session.change(sql, id.value(), value));
        if (changed == 0) {
            throw new IllegalArgumentException("No conversation " + id.value());
        }
        search.tell(new Change.OfTitle(id));
    }

    private long now() {
        return Nanos.of(clock.instant());
    }

    private static Place title(ConversationId id) {
        return Column.TITLE.in(id.value(), id.value());
    }

    private static Place setupOf(ConversationId id) {
        return Column.SETUP.in(id.value(), id.value());
    }

    /// A title that cannot be read is empty.
    private Conversation conversation(ResultSet row) throws SQLException {
        ConversationId id = new ConversationId(row.getString("id"));
        return new Conversation(
                id,
                store.contents().text(title(id), row.getBytes("title")).orElse(""),
                Nanos.instant(row.getLong("changed_ns")),
                new Conversation.Shelf(
                        instant(row, "pinned_ns"),
                        Optional.ofNullable(row.getString("folder")).map(LabelId::new),
                        instant(row, "archived_ns")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column))
                .map(nanos -> Nanos.instant(((Number) nanos).longValue()));
    }
}
