package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.LabelRows.Kind;
import nearside.storage.database.Session;
import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastConversation.Filing;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastMessage.Figures;
import nearside.storage.past.PastMessage.Making;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The rows of a conversation that is brought in. Its place in the list is by its own time and
/// below all that was said here: `changed` stays 0 until somebody says more in it.
record BroughtRows(Session session, Contents contents, TimeOrderedIds ids) {
    private static final String CONVERSATION =
            """
            INSERT INTO conversation (id, created_ns, changed_ns, title, pinned_ns, extra)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String MESSAGE =
            """
            INSERT INTO message (id, conversation, parent, speaker, state, begun_ns, model,
                prompt_tokens, reply_tokens, first_word_seconds, tokens_per_second, finished_ns,
                decision, pinned_ns, extra)
            SELECT ?1, c.seq, (SELECT seq FROM message WHERE id = ?3), ?4, ?5, ?6, ?7, ?8, ?9, ?10,
                ?11, ?12, ?13, ?14, ?15
            FROM conversation c WHERE c.id = ?2
            """;

    private static final String LEAF =
            """
            UPDATE conversation SET leaf = (SELECT seq FROM message WHERE id = ?2) WHERE id = ?1
            """;

    private static final String GROWN =
            """
            UPDATE conversation SET changed_ns = max(changed_ns, ?2), deleted_ns = NULL
            WHERE id = ?1
            """;

    void put(PastConversation conversation, Additions additions) throws SQLException {
        switch (additions.base().standing()) {
            case ABSENT -> begin(conversation);
            case THERE, TRASH ->
                    session.change(
                            GROWN, conversation.id(), Nanos.of(conversation.head().changed()));
        }
        for (PastMessage message : additions.fresh()) {
            message(conversation.id(), message);
        }
        for (Additions.File file : additions.files()) {
            PastAttachment attachment = file.attachment();
            new AttachmentRows(contents, conversation.id(), new AttachmentId(attachment.id()))
                    .put(
                            session,
                            file.message(),
                            attachment.name(),
                            attachment.bytes().orElseThrow());
        }
        if (additions.shown().isPresent()) {
            session.change(LEAF, conversation.id(), additions.shown().get());
        }
    }

    /// What a removal that was not finished left of an earlier one has no key any more, and goes.
    private void begin(PastConversation conversation) throws SQLException {
        String id = conversation.id();
        Removal.rows(session, id);
        Filing filing = conversation.filing();
        session.change(
                CONVERSATION,
                id,
                Nanos.of(conversation.head().created()),
                Nanos.of(conversation.head().changed()),
                contents.seal(Column.TITLE.in(id, id), conversation.head().title()),
                filing.pinned().map(Nanos::of),
                conversation
                        .extra()
                        .map(extra -> contents.seal(Column.CONVERSATION_EXTRA.in(id, id), extra)));
        if (filing.folder().isPresent()) {
            Label folder =
                    new LabelRows(session, contents, Kind.FOLDER).make(filing.folder().get(), ids);
            Folders.put(session, id, Optional.of(folder.id()));
        }
        for (String tag : filing.tags()) {
            Label made = new LabelRows(session, contents, Kind.TAG).make(tag, ids);
            Tags.put(session, id, made.id());
        }
    }

    private void message(String conversation, PastMessage message) throws SQLException {
        Making making = message.making();
        Optional<Figures> figures = making.figures();
        MessageRow place = new MessageRow(0, message.id(), conversation);
        session.change(
                MESSAGE,
                message.id(),
                conversation,
                message.parent(),
                message.head().speaker().name(),
                message.head().state().name(),
                Nanos.of(message.head().begun()),
                making.model(),
                figures.map(Figures::promptTokens),
                figures.map(Figures::replyTokens),
                figures.map(Figures::firstWordSeconds),
                figures.map(Figures::tokensPerSecond),
                figures.map(Figures::finished).map(Nanos::of),
                making.decision().map(it -> contents.seal(place.decision(), it)),
                message.head().pinned().map(Nanos::of),
                message.extra()
                        .map(it ->
                                contents.seal(
                                        Column.MESSAGE_EXTRA.in(conversation, message.id()), it)));
        segments(message);
    }

    private void segments(PastMessage message) throws SQLException {
        MessageRow row = MessageRow.of(session, new MessageId(message.id()));
        List<PastMessage.Run> runs = message.content().runs();
        for (int i = 0; i < runs.size(); i++) {
            PastMessage.Run run = runs.get(i);
            Segments.put(
                    session,
                    contents,
                    row,
                    i,
                    new Message.Segment(Message.Source.valueOf(run.source().name()), run.text()));
        }
    }
}
