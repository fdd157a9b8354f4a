package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The ways that conversations took: looks at all of them, takes one away and brings it back, and
/// begins a conversation of its own with one.
public final class Ways {
    private static final String DOWN =
            """
            WITH RECURSIVE down (seq) AS (
                SELECT seq FROM message WHERE id = ?1
                UNION
                SELECT m.seq FROM down JOIN message m ON m.parent = down.seq)
            """;

    private static final String REMOVE =
            DOWN
                    + """
                    UPDATE message SET removed_ns = ?2
                    WHERE seq IN (SELECT seq FROM down) AND removed_ns IS NULL
                    """;

    private static final String RESTORE =
            DOWN
                    + """
                    UPDATE message SET removed_ns = NULL WHERE seq IN (SELECT seq FROM down)
                        AND removed_ns = (SELECT removed_ns FROM message WHERE id = ?1)
                    """;

    private static final String BESIDE =
            """
            SELECT s.id FROM message m JOIN message s
                ON s.parent IS m.parent AND s.conversation = m.conversation
            WHERE m.id = ? AND s.id <> m.id AND s.removed_ns IS NULL ORDER BY s.seq DESC
            """;

    private static final String ABOVE =
            """
            UPDATE conversation SET leaf = (SELECT parent FROM message WHERE id = ?1)
            WHERE seq = (SELECT conversation FROM message WHERE id = ?1)
            """;

    private final Store store;
    private final Search search;
    private final InstantSource clock;
    private final Forking forking;

    Ways(Store store, Search search, InstantSource clock) {
        this.store = store;
        this.search = search;
        this.clock = clock;
        this.forking = new Forking(store, new TimeOrderedIds(clock), clock);
    }

    /// A message in the tree.
    ///
    /// @param parent empty for a first one
    /// @param text all of it that can be read
    public record Place(
            MessageId id, Optional<MessageId> parent, Message.Speaker speaker, String text) {}

    /// All messages of a conversation, parents first.
    public List<Place> tree(ConversationId id) {
        return store
                .read(session -> WholeConversation.messages(session, store.contents(), id.value()))
                .stream()
                .map(message ->
                        new Place(
                                new MessageId(message.id()),
                                message.parent().map(MessageId::new),
                                Message.Speaker.valueOf(message.head().speaker().name()),
                                message.text()))
                .toList();
    }

    /// Takes a message away with all that was said below it. The way beside it is shown that was
    /// gone last, else the one above it. It can be brought back until the profile is opened again;
    /// then it is gone for good.
    public void remove(MessageId message) {
        int removed =
                store.write(session -> {
                    int found = session.change(REMOVE, message.value(), Nanos.of(clock.instant()));
                    leave(session, message);
                    return found;
                });
        if (removed == 0) {
            throw new IllegalArgumentException("No message " + message.value());
        }
    }

    /// Brings back what was taken away with that message, and shows it.
    public void restore(MessageId message) {
        store.write(session -> {
            session.change(RESTORE, message.value());
            return session.change(Conversations.SHOW, message.value());
        });
    }

    /// Begins another conversation with a copy of the way to that message, its files and how a
    /// model is asked in it. The other one stays as it is.
    public ConversationId fork(MessageId end) {
        ConversationId fresh = forking.at(end);
        search.tell(new Change.OfAll(fresh));
        return fresh;
    }

    /// Removes for good what was taken away. Every new holder of a profile does it.
    static int purge(Session session) throws SQLException {
        return session.change("DELETE FROM message WHERE removed_ns IS NOT NULL");
    }

    private static void leave(Session session, MessageId message) throws SQLException {
        Optional<String> beside = session.row(BESIDE, row -> row.getString(1), message.value());
        if (beside.isPresent()) {
            session.change(Conversations.SHOW, beside.get());
        } else {
            session.change(ABOVE, message.value());
        }
    }
}
