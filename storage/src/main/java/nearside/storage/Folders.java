package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The folders of a person. A conversation is in one of them, or in none.
public final class Folders {
    private final Store store;
    private final Search search;
    private final Labels labels;

    Folders(Store store, Search search, TimeOrderedIds ids) {
        this.store = store;
        this.search = search;
        this.labels = new Labels(store, ids, LabelRows.Kind.FOLDER);
    }

    /// All, by name.
    public List<Label> list() {
        return labels.list();
    }

    /// The one of that name, made when there is none.
    public Label make(String name) {
        return labels.make(name);
    }

    /// No two have the same name.
    public void rename(LabelId folder, String name) {
        labels.rename(folder, name);
    }

    /// Its conversations stay, in no folder. Harmless for one that is gone.
    public void remove(LabelId folder) {
        labels.remove(folder);
    }

    /// Puts a conversation into a folder, or takes it out.
    ///
    /// @param folder empty for none
    public void put(ConversationId conversation, Optional<LabelId> folder) {
        int changed = store.write(session -> put(session, conversation.value(), folder));
        if (changed == 0) {
            throw new IllegalArgumentException(
                    "No conversation " + conversation.value() + " or no folder " + folder);
        }
        search.tell(new Change.OfTitle(conversation));
    }

    /// How many conversations were put: none when there is no such conversation or folder.
    static int put(Session session, String conversation, Optional<LabelId> folder)
            throws SQLException {
        return session.change(
                """
                UPDATE conversation SET folder = f.seq
                FROM (SELECT (SELECT seq FROM folder WHERE id = ?2) AS seq) f
                WHERE id = ?1 AND (?2 IS NULL OR f.seq IS NOT NULL)
                """,
                conversation,
                folder.map(LabelId::value));
    }
}
