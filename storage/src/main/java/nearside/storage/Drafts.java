package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.vault.Place;

import java.sql.SQLException;
import java.util.Optional;

/// What was typed but not sent yet, for each conversation and for the one not begun.
public final class Drafts {
    static final String NOT_BEGUN = "";

    private final Store store;
    private final DraftFiles files;

    Drafts(Store store, TimeOrderedIds ids) {
        this.store = store;
        this.files = new DraftFiles(store, ids);
    }

    /// What waits beside the texts.
    public DraftFiles files() {
        return files;
    }

    public String of(Optional<ConversationId> conversation) {
        return store.read(session ->
                session.row(
                                "SELECT text FROM draft WHERE conversation = ?",
                                row -> row.getBytes(1),
                                id(conversation))
                        .flatMap(sealed -> store.contents().text(place(conversation), sealed))
                        .orElse(""));
    }

    /// An empty text removes the draft. Nothing is kept for a conversation that is gone.
    public void save(Optional<ConversationId> conversation, String text) {
        if (conversation.isPresent() && !store.contents().knows(id(conversation))) {
            return;
        }
        store.write(session ->
                text.isEmpty()
                        ? session.change(
                                "DELETE FROM draft WHERE conversation = ?", id(conversation))
                        : session.change(
                                "INSERT OR REPLACE INTO draft (conversation, text)"
                                        + " VALUES (?, ?)",
                                id(conversation),
                                store.contents().seal(place(conversation), text)));
    }

    /// Tries whether there is room on the disk to keep more.
    public boolean hasRoom() {
        return store.hasRoom();
    }

    private static Place place(Optional<ConversationId> conversation) {
        return Column.DRAFT.in(id(conversation), id(conversation));
    }

    /// Nothing waits for that conversation any more.
    static void remove(Session session, String conversation) throws SQLException {
        session.change("DELETE FROM draft WHERE conversation = ?", conversation);
        session.change("DELETE FROM draft_file WHERE conversation = ?", conversation);
    }

    static String id(Optional<ConversationId> conversation) {
        return conversation.map(ConversationId::value).orElse(NOT_BEGUN);
    }
}
