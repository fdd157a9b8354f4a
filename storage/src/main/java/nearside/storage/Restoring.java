package nearside.storage;

import nearside.storage.Merge.Merged;
import nearside.storage.Restored.End;
import nearside.storage.database.DatabaseException;
import nearside.storage.database.Trouble;
import nearside.storage.database.Work;

import java.sql.SQLException;
import java.util.List;

/// Brings the conversations of a backup into an open database, one in each transaction.
record Restoring(OpenBackup backup, Store store) {
    Restored run(Restored.Progress progress) {
        List<String> ids = inBackup(Merge::conversations);
        Merged merged = Merged.NOTHING;
        int conversations = 0;
        for (int done = 0; done < ids.size(); done++) {
            if (!progress.goesOn(done, ids.size())) {
                return restored(conversations, merged, End.STOPPED);
            }
            String id = ids.get(done);
            conversations += isHere(id) ? 0 : 1;
            merged = merged.plus(conversation(id));
        }
        return restored(conversations, merged, End.DONE);
    }

    private static Restored restored(int conversations, Merged merged, End end) {
        return new Restored(conversations, merged.came(), merged.mended(), end);
    }

    Merged conversation(String id) {
        return store.write(
                session -> new Merge(backup.session(), session, store.contents()).conversation(id));
    }

    /// One that was removed for good counts as here: it does not come.
    private boolean isHere(String id) {
        return !store.contents().knows(id)
                || store.read(session ->
                        session.row("SELECT 1 FROM conversation WHERE id = ?", row -> 1, id)
                                .isPresent());
    }

    private <T> T inBackup(Work<T> work) {
        try {
            return work.in(backup.session());
        } catch (SQLException failure) {
            throw new DatabaseException(Trouble.of(failure, backup.file().path()), failure);
        }
    }
}
