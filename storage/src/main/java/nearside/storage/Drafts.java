package nearside.storage;

import java.util.Optional;

/// What was typed but not sent yet, for each conversation and for the one not begun.
public final class Drafts {
    private static final String NOT_BEGUN = "";

    private final Store store;

    Drafts(Store store) {
        this.store = store;
    }

    public String of(Optional<ConversationId> conversation) {
        return store.read(session ->
                session.row(
                                "SELECT text FROM draft WHERE conversation = ?",
                                row -> row.getString(1),
                                place(conversation))
                        .orElse(""));
    }

    /// An empty text removes the draft.
    public void save(Optional<ConversationId> conversation, String text) {
        store.write(session ->
                text.isEmpty()
                        ? session.change(
                                "DELETE FROM draft WHERE conversation = ?", place(conversation))
                        : session.change(
                                "INSERT OR REPLACE INTO draft (conversation, text)"
                                        + " VALUES (?, ?)",
                                place(conversation),
                                WellFormed.of(text)));
    }

    private static String place(Optional<ConversationId> conversation) {
        return conversation.map(ConversationId::value).orElse(NOT_BEGUN);
    }
}
