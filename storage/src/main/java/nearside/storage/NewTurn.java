package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Puts a question and its empty reply under the end of the shown path. Every row is written anew
/// when it is there already: after a failed sync what can be read need not be on the disk.
final class NewTurn {
    private static final String CONVERSATION =
            """
            INSERT INTO conversation (id, created_ns, changed_ns, title) VALUES (?, ?3, ?3, ?2)
            ON CONFLICT DO UPDATE SET title = excluded.title
            """;

    private static final String MESSAGE =
            """
            INSERT INTO message (id, conversation, parent, speaker, state, begun_ns)
            SELECT ?1, c.seq, c.leaf, ?2, ?3, ?4 FROM conversation c WHERE c.id = ?5
            ON CONFLICT DO UPDATE SET state = excluded.state
            """;

    private static final String LEAF =
            """
            UPDATE conversation SET leaf = m.seq, changed = m.seq, changed_ns = m.begun_ns
            FROM message m WHERE m.id = ? AND conversation.seq = m.conversation
            """;

    private NewTurn() {}

    static Journal.Begun put(Session session, Asked asked, Asked.Ids ids, Instant now)
            throws SQLException {
        Journal.Begun begun = ids.begun();
        if (asked.conversation().isEmpty()) {
            String title = Title.of(asked.question());
            session.change(CONVERSATION, begun.conversation().value(), title, Nanos.of(now));
            if (asked.system().isPresent()) {
                long system = message(session, ids.system(), begun, Message.Speaker.SYSTEM, now);
                Segments.put(session, system, 0, here(asked.system().get()));
            }
        }
        long question = message(session, begun.question(), begun, Message.Speaker.USER, now);
        Segments.put(session, question, 0, here(asked.question()));
        message(session, begun.reply(), begun, Message.Speaker.ASSISTANT, now);
        return begun;
    }

    private static Message.Segment here(String text) {
        return new Message.Segment(Message.Source.HERE, text);
    }

    private static long message(
            Session session, MessageId id, Journal.Begun ids, Message.Speaker speaker, Instant now)
            throws SQLException {
        Message.State state =
                switch (speaker) {
                    case ASSISTANT -> Message.State.WRITING;
                    case SYSTEM, USER -> Message.State.DONE;
                };
        session.change(
                MESSAGE,
                id.value(),
                speaker.name(),
                state.name(),
                Nanos.of(now),
                ids.conversation().value());
        session.change(LEAF, id.value());
        return seq(session, id)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "No conversation " + ids.conversation().value()));
    }

    private static Optional<Long> seq(Session session, MessageId id) throws SQLException {
        return session.row(
                "SELECT seq FROM message WHERE id = ?", row -> row.getLong(1), id.value());
    }
}
