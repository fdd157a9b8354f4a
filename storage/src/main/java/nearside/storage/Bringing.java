package nearside.storage;

import nearside.storage.database.Session;
import nearside.storage.database.Work;
import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastEntry;
import nearside.storage.past.PastFate;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastTally;

import java.sql.SQLException;
import java.util.List;

/// Puts one conversation that was held elsewhere into the store: the messages that are not here
/// yet, and attachments that are not; nothing else of one that is.
final class Bringing {
    private static final String MESSAGE =
            """
            SELECT c.id FROM message m JOIN conversation c ON c.seq = m.conversation WHERE m.id = ?
            """;

    private static final String ATTACHMENT =
            """
            SELECT c.id FROM attachment a JOIN message m ON m.seq = a.message
                JOIN conversation c ON c.seq = m.conversation
            WHERE a.id = ?
            """;

    private final Store store;
    private final TimeOrderedIds ids;

    Bringing(Store store, TimeOrderedIds ids) {
        this.store = store;
        this.ids = ids;
    }

    /// What became of it.
    sealed interface Outcome {}

    record Done(PastFate fate) implements Outcome {}

    record Refused(PastRefusal refusal) implements Outcome {}

    Outcome preview(PastEntry.Found found) {
        Work<StoredMessages> stored = stored(found.conversation().id());
        return store.read(session ->
                outcome(session, Additions.of(found.conversation(), stored.in(session)), found));
    }

    /// One commit. Whether there was a key is asked before one is made: rows without one are noise
    /// and not what is here.
    Outcome bring(PastEntry.Found found) {
        Outcome before = preview(found);
        boolean nothing =
                switch (before) {
                    case Refused _ -> true;
                    case Done(PastFate fate) -> fate.kind() == PastFate.Kind.KNOWN;
                };
        if (nothing) {
            return before;
        }
        PastConversation conversation = found.conversation();
        Work<StoredMessages> stored = stored(conversation.id());
        store.secrets().makeKeys(List.of(conversation.id()));
        return store.write(session -> {
            Additions additions = Additions.of(conversation, stored.in(session));
            Outcome outcome = outcome(session, additions, found);
            if (outcome instanceof Done) {
                new BroughtRows(session, store.contents(), ids).put(conversation, additions);
            }
            return outcome;
        });
    }

    /// Of one that was met before in the same import.
    static Outcome again(PastEntry.Found found) {
        int messages = found.conversation().messages().size();
        return new Done(new PastFate(PastFate.Kind.KNOWN, new PastTally.Messages(0, messages, 0)));
    }

    private Work<StoredMessages> stored(String conversation) {
        return store.contents().knows(conversation)
                ? session -> StoredMessages.of(session, store.contents(), conversation)
                : _ -> StoredMessages.NONE;
    }

    private static Outcome outcome(Session session, Additions additions, PastEntry.Found found)
            throws SQLException {
        String here = found.conversation().id();
        for (PastMessage message : additions.fresh()) {
            if (isElsewhere(session, MESSAGE, message.id(), here)) {
                return new Refused(new PastRefusal.Taken(found.where().message(message.id())));
            }
        }
        for (Additions.File file : additions.files()) {
            PastAttachment attachment = file.attachment();
            if (isElsewhere(session, ATTACHMENT, attachment.id(), here)) {
                return new Refused(
                        new PastRefusal.Taken(
                                found.where()
                                        .message(file.message())
                                        .attachment(attachment.name())));
            }
        }
        return new Done(additions.fate());
    }

    /// Whether another conversation owns what has that id.
    private static boolean isElsewhere(Session session, String owner, String id, String here)
            throws SQLException {
        return session.row(owner, row -> row.getString(1), id)
                .filter(it -> !it.equals(here))
                .isPresent();
    }
}
