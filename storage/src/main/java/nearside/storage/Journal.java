package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.text.WellFormed;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What is being said right now, on disk before it is shown as saved. Every call returns after its
/// commit; one that failed may be repeated and then counts once. A reply is written by one thread
/// at a time.
public final class Journal {
    private final Store store;
    private final Search search;
    private final InstantSource clock;
    private final TimeOrderedIds ids;

    /// Questions whose commit failed: whether they are in the file is open, so a repetition uses
    /// their ids again.
    private final Map<Asked, Asked.Ids> doubtful = new ConcurrentHashMap<>();

    /// The same for replies that are written once more.
    private final Map<MessageId, MessageId> doubtfulReplies = new ConcurrentHashMap<>();

    /// For each reply being written here, the number of its next piece. A failed append does not
    /// move it, so that its repetition takes the same row.
    private final Map<MessageId, Integer> nextPiece = new ConcurrentHashMap<>();

    Journal(Store store, Search search, InstantSource clock) {
        this.store = store;
        this.search = search;
        this.clock = clock;
        this.ids = new TimeOrderedIds(clock);
    }

    /// Ids of a turn that was just begun.
    public record Begun(ConversationId conversation, MessageId question, MessageId reply) {
        Begun withReply(MessageId other) {
            return new Begun(conversation, question, other);
        }
    }

    /// Commits the question and an empty reply under the end of the shown path; without a
    /// conversation, a new one is made with a title from the first words of the question.
    public Begun begin(Optional<ConversationId> conversation, String question) {
        return begin(conversation, Optional.empty(), question);
    }

    /// The same; a new conversation begins with what the model is told, as a system message.
    public Begun begin(
            Optional<ConversationId> conversation, Optional<String> system, String question) {
        return begin(new Asked(conversation, system.map(WellFormed::of), WellFormed.of(question)));
    }

    /// The same; files go with the question. Those that waited beside a draft wait no more, those
    /// of another question stay there, too.
    public Begun begin(
            Optional<ConversationId> conversation,
            Optional<String> system,
            String question,
            List<AttachmentId> files) {
        return begin(
                new Asked(
                        conversation,
                        system.map(WellFormed::of),
                        WellFormed.of(question),
                        files,
                        Optional.empty()));
    }

    /// Commits a question in the place of another one, with an empty reply. What was said there
    /// stays, on a path that is not shown any more.
    public Begun beginBeside(
            ConversationId conversation,
            MessageId other,
            String question,
            List<AttachmentId> files) {
        return begin(
                new Asked(
                        Optional.of(conversation),
                        Optional.empty(),
                        WellFormed.of(question),
                        files,
                        Optional.of(other)));
    }

    private Begun begin(Asked asked) {
        Asked.Ids ids = Optional.ofNullable(doubtful.remove(asked)).orElseGet(() -> fresh(asked));
        try {
            store.secrets().makeKeys(newConversation(asked, ids));
            store.write(
                    session -> NewTurn.put(session, store.contents(), asked, ids, clock.instant()));
        } catch (StorageException failed) {
            doubtful.put(asked, ids);
            throw failed;
        }
        nextPiece.put(ids.begun().reply(), 0);
        search.tell(
                new Change.OfTitle(ids.begun().conversation()),
                new Change.OfMessage(ids.begun().question()));
        return ids.begun();
    }

    /// Commits an empty reply in the place of another one. That one stays, on a path that is not
    /// shown any more.
    public Begun again(MessageId reply) {
        MessageId next =
                Optional.ofNullable(doubtfulReplies.remove(reply))
                        .orElseGet(() -> new MessageId(ids.next()));
        try {
            Begun begun =
                    store.write(session -> {
                        Begun turn = turnOf(session, reply).withReply(next);
                        NewTurn.reply(session, turn, clock.instant());
                        return turn;
                    });
            nextPiece.put(next, 0);
            return begun;
        } catch (StorageException failed) {
            doubtfulReplies.put(reply, next);
            throw failed;
        }
    }

    /// Commits a reply as a person wants it, in the place of another one, which stays.
    ///
    /// @param decision what is kept beside it, as JSON
    public Begun rewrite(MessageId reply, String text, String decision) {
        Begun begun = again(reply);
        decided(begun.reply(), decision);
        append(begun.reply(), new Message.Segment(Message.Source.HERE, WellFormed.of(text)));
        finish(begun.reply(), Message.State.DONE, Optional.empty());
        return begun;
    }

    /// Opens a reply that was stopped or cut off, so that more can be appended to it.
    public Begun resume(MessageId reply) {
        Begun begun = store.write(session -> reopened(session, reply));
        nextPiece.computeIfAbsent(reply, this::firstFree);
        return begun;
    }

    /// Pieces that could not be read may still be there.
    private int firstFree(MessageId reply) {
        return store.read(session ->
                session.row(
                                """
                                SELECT ifnull(max(ordinal) + 1, 0) FROM piece
                                WHERE message = (SELECT seq FROM message WHERE id = ?)
                                """,
                                row -> row.getInt(1),
                                reply.value())
                        .orElse(0));
    }

    /// Stores the decision about a reply, as JSON.
    public void decided(MessageId reply, String decision) {
        store.write(session -> {
            MessageRow row = MessageRow.of(session, reply);
            return session.change(
                    "UPDATE message SET decision = ? WHERE seq = ?",
                    store.contents().seal(row.decision(), decision),
                    row.seq());
        });
    }

    /// Stores one more piece of a reply that was begun or resumed here. Pieces end between
    /// characters: half of one is replaced.
    public void append(MessageId reply, Message.Segment more) {
        Integer ordinal = nextPiece.get(reply);
        if (ordinal == null) {
            throw new IllegalStateException("Not being written: " + reply.value());
        }
        store.write(session -> known(reply, appended(session, reply, ordinal, more)));
        nextPiece.put(reply, ordinal + 1);
        search.tell(new Change.OfMessage(reply));
    }

    /// Ends a reply: its pieces become segments, all in one commit.
    public void finish(MessageId reply, Message.State state, Optional<Message.Facts> facts) {
        if (state == Message.State.WRITING) {
            throw new IllegalArgumentException("A finished reply is not being written");
        }
        store.write(session -> finished(session, reply, state, facts));
        nextPiece.remove(reply);
    }

    /// Stores how many tokens messages have by the tokenizer of that hash, in one commit.
    public void counted(Map<MessageId, Integer> tokens, String tokenizerHash) {
        store.write(session -> {
            for (Map.Entry<MessageId, Integer> each : tokens.entrySet()) {
                session.change(
                        """
                        INSERT OR REPLACE INTO token_count (message, tokenizer, tokens)
                        VALUES (?, ?, ?)
                        """,
                        MessageRow.of(session, each.getKey()).seq(),
                        tokenizerHash,
                        each.getValue());
            }
            return tokens.size();
        });
    }

    /// Its key must be on the disk before anything that is sealed with it.
    private static List<String> newConversation(Asked asked, Asked.Ids ids) {
        return asked.conversation().isPresent()
                ? List.of()
                : List.of(ids.begun().conversation().value());
    }

    private Asked.Ids fresh(Asked asked) {
        MessageId system = new MessageId(ids.next());
        Begun begun =
                new Begun(
                        asked.conversation().orElseGet(() -> new ConversationId(ids.next())),
                        new MessageId(ids.next()),
                        new MessageId(ids.next()));
        return new Asked.Ids(
                begun,
                system,
                asked.files().stream().map(_ -> new AttachmentId(ids.next())).toList());
    }

    private static Begun reopened(Session session, MessageId reply) throws SQLException {
        session.change(
                "DELETE FROM token_count WHERE message = ?", MessageRow.of(session, reply).seq());
        known(
                reply,
                session.change(
                        """
                        UPDATE message SET state = 'WRITING', model = NULL
                        WHERE id = ? AND speaker = 'ASSISTANT'
                        """,
                        reply.value()));
        return turnOf(session, reply);
    }

    private static Begun turnOf(Session session, MessageId reply) throws SQLException {
        return session.row(
                        """
                        SELECT c.id, q.id FROM message r
                        JOIN conversation c ON c.seq = r.conversation
                        JOIN message q ON q.seq = r.parent
                        WHERE r.id = ? AND r.speaker = 'ASSISTANT'
                        """,
                        row ->
                                new Begun(
                                        new ConversationId(row.getString(1)),
                                        new MessageId(row.getString(2)),
                                        reply),
                        reply.value())
                .orElseThrow(() -> new IllegalArgumentException("No question: " + reply.value()));
    }

    private int appended(Session session, MessageId reply, int ordinal, Message.Segment more)
            throws SQLException {
        MessageRow row = MessageRow.of(session, reply);
        String source = more.source().name();
        return session.change(
                """
                INSERT INTO piece (message, ordinal, source, text)
                SELECT seq, ?, ?, ? FROM message WHERE seq = ? AND state = 'WRITING'
                ON CONFLICT DO UPDATE SET source = excluded.source, text = excluded.text
                """,
                ordinal,
                source,
                store.contents().seal(row.text(Column.PIECE, ordinal, source), more.text()),
                row.seq());
    }

    private int finished(
            Session session, MessageId reply, Message.State state, Optional<Message.Facts> facts)
            throws SQLException {
        Segments.fold(session, store.contents(), MessageRow.of(session, reply));
        return session.change(
                """
                UPDATE message SET state = ?, model = ?, prompt_tokens = ?, reply_tokens = ?,
                    first_word_seconds = ?, tokens_per_second = ?, finished_ns = ?
                WHERE id = ?
                """,
                state.name(),
                facts.map(Message.Facts::model),
                facts.map(Message.Facts::promptTokens),
                facts.map(Message.Facts::replyTokens),
                facts.map(Message.Facts::firstWordSeconds),
                facts.map(Message.Facts::tokensPerSecond),
                facts.map(Message.Facts::finished).map(Nanos::of),
                reply.value());
    }

    private static int known(MessageId message, int changed) {
        if (changed == 0) {
            throw new IllegalArgumentException("No such message: " + message.value());
        }
        return changed;
    }
}
