package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tags of a person. A conversation may have many.
public final class Tags {
    private final Store store;
    private final TimeOrderedIds ids;
    private final Labels labels;

    Tags(Store store, TimeOrderedIds ids) {
        this.store = store;
        this.ids = ids;
        this.labels = new Labels(store, ids, LabelRows.Kind.TAG);
    }

    /// All that some conversation has, by name.
    public List<Label> list() {
        return labels.list();
    }

    /// No two have the same name.
    public void rename(LabelId tag, String name) {
        labels.rename(tag, name);
    }

    /// Takes it from all conversations. Harmless for one that is gone.
    public void remove(LabelId tag) {
        labels.remove(tag);
    }

    /// Those of one conversation, by name.
    public List<Label> of(ConversationId conversation) {
        List<String> tagged =
                store.read(session ->
                        session.rows(
                                """
                                SELECT t.id FROM tag t JOIN tagged g ON g.tag = t.seq
                                    JOIN conversation c ON c.seq = g.conversation
                                WHERE c.id = ?
                                """,
                                row -> row.getString(1),
                                conversation.value()));
        return list().stream().filter(tag -> tagged.contains(tag.id().value())).toList();
    }

    /// The tags of all conversations that have any.
    public Map<ConversationId, Set<LabelId>> all() {
        Map<ConversationId, Set<LabelId>> all = new HashMap<>();
        store.read(session ->
                session.rows(
                        """
                        SELECT c.id, t.id FROM tagged g JOIN tag t ON t.seq = g.tag
                            JOIN conversation c ON c.seq = g.conversation
                        """,
                        row ->
                                all.computeIfAbsent(
                                                new ConversationId(row.getString(1)),
                                                none -> new HashSet<>())
                                        .add(new LabelId(row.getString(2)))));
        return all;
    }

    /// Gives a conversation the tag of that name, which is made when there is none. Harmless when
    /// it has it.
    public Label add(ConversationId conversation, String name) {
        String line = Labels.line(name);
        return store.write(session -> {
            if (session.row("SELECT 1 FROM conversation WHERE id = ?", _ -> 1, conversation.value())
                    .isEmpty()) {
                throw new IllegalArgumentException("No conversation " + conversation.value());
            }
            Label tag =
                    new LabelRows(session, store.contents(), LabelRows.Kind.TAG).make(line, ids);
            put(session, conversation.value(), tag.id());
            return tag;
        });
    }

    static void put(Session session, String conversation, LabelId tag) throws SQLException {
        session.change(
                """
                INSERT OR IGNORE INTO tagged (conversation, tag)
                SELECT c.seq, t.seq FROM conversation c, tag t WHERE c.id = ?1 AND t.id = ?2
                """,
                conversation,
                tag.value());
    }

    /// Takes a tag from a conversation; one that no conversation has any more is removed.
    public void takeFrom(ConversationId conversation, LabelId tag) {
        store.write(session -> {
            session.change(
                    """
                    DELETE FROM tagged WHERE tag = (SELECT seq FROM tag WHERE id = ?2)
                        AND conversation = (SELECT seq FROM conversation WHERE id = ?1)
                    """,
                    conversation.value(),
                    tag.value());
            return session.change(
                    "DELETE FROM tag WHERE id = ? AND seq NOT IN (SELECT tag FROM tagged)",
                    tag.value());
        });
    }
}
