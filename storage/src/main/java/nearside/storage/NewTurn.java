package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.text.Title;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Puts a question and its empty reply under the end of the shown path, or beside what was said.
/// Every row is written anew when it is there already: after a failed sync what can be read need
/// not be on the disk.
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
            UPDATE conversation SET leaf = m.seq, changed = m.seq, changed_ns = m.begun_ns,
                archived_ns = NULL
            FROM message m WHERE m.id = ? AND conversation.seq = m.conversation
            """;

    private static final String END =
            """
            UPDATE conversation SET leaf = (SELECT %s FROM message WHERE id = ?1)
            WHERE seq = (SELECT conversation FROM message WHERE id = ?1)
            """;

    private static final String ABOVE = END.formatted("parent");
    private static final String AT = END.formatted("seq");

    private static final String THERE =
            """
            SELECT 1 FROM attachment a JOIN message m ON m.seq = a.message
            WHERE a.id = ? AND m.id = ?
            """;

    private NewTurn() {}

    static Journal.Begun put(
            Session session, Contents contents, Asked asked, Asked.Ids ids, Instant now)
            throws SQLException {
        Journal.Begun begun = ids.begun();
        if (asked.conversation().isEmpty()) {
            String id = begun.conversation().value();
            byte[] title = contents.seal(Column.TITLE.in(id, id), Title.of(asked.question()));
            session.change(CONVERSATION, id, title, Nanos.of(now));
            if (asked.system().isPresent()) {
                MessageRow system =
                        message(session, ids.system(), begun, Message.Speaker.SYSTEM, now);
                Segments.put(session, contents, system, 0, here(asked.system().get()));
            }
        }
        if (asked.beside().isPresent()) {
            session.change(ABOVE, asked.beside().get().value());
        }
        MessageRow question = message(session, begun.question(), begun, Message.Speaker.USER, now);
        Segments.put(session, contents, question, 0, here(asked.question()));
        for (int i = 0; i < asked.files().size(); i++) {
            attach(session, contents, question, asked.files().get(i), ids.files().get(i));
        }
        message(session, begun.reply(), begun, Message.Speaker.ASSISTANT, now);
        return begun;
    }

    /// Puts a file to the question: one that waited beside the draft under its own id, a copy of
    /// one of another question under a new one. It may be there already.
    private static void attach(
            Session session,
            Contents contents,
            MessageRow question,
            AttachmentId from,
            AttachmentId to)
            throws SQLException {
        Optional<FileSource.Found> found = new FileSource(session, contents).find(from);
        AttachmentId id = DraftFiles.remove(session, from) > 0 ? from : to;
        if (found.isPresent()
                && !isThere(session, from, question)
                && !isThere(session, to, question)) {
            new AttachmentRows(contents, question.conversation(), id)
                    .put(session, question.id(), found.get().name(), found.get().bytes());
        }
    }

    private static boolean isThere(Session session, AttachmentId id, MessageRow question)
            throws SQLException {
        return session.row(THERE, _ -> 1, id.value(), question.id()).isPresent();
    }

    /// Puts an empty reply under the same question as another one.
    ///
    /// @param begun the question, and the id of the new reply
    static MessageRow reply(Session session, Journal.Begun begun, Instant now) throws SQLException {
        session.change(AT, begun.question().value());
        return message(session, begun.reply(), begun, Message.Speaker.ASSISTANT, now);
    }

    private static Message.Segment here(String text) {
        return new Message.Segment(Message.Source.HERE, text);
    }

    private static MessageRow message(
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
        return MessageRow.of(session, id);
    }
}
