package nearside.storage;

import java.util.List;

/// Removes conversations for good: first their keys, so that every copy of their rows anywhere is
/// noise, then the rows. What a crash leaves in between is removed at the next start.
final class Removal {
    private Removal() {}

    static void of(Store store, List<String> conversations) {
        if (conversations.isEmpty()) {
            return;
        }
        store.secrets().destroyKeys(conversations);
        store.write(session -> {
            for (String conversation : conversations) {
                session.change("DELETE FROM draft WHERE conversation = ?", conversation);
                session.change("DELETE FROM conversation WHERE id = ?", conversation);
            }
            return conversations;
        });
    }
}
