package nearside.storage;

import nearside.storage.database.Session;
import nearside.storage.policy.Retention;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/// What a look at the database of a profile found.
///
/// @param sqlite the version of the library; empty when the database was not opened
/// @param finding what the database's own check says first; `ok` when it is sound
public record Checkup(Path file, State state, String sqlite, String finding, Counts counts) {
    public Checkup {
        Objects.requireNonNull(file);
        Objects.requireNonNull(state);
        Objects.requireNonNull(counts);
    }

    /// How the database is.
    public enum State {
        SOUND,
        /// Nothing was ever kept here.
        ABSENT,
        /// Another program holds the profile; it checked the database when it opened it.
        IN_USE,
        /// Its key was not found, or a person must give it.
        LOCKED,
        DAMAGED
    }

    /// How much it holds.
    public record Counts(int schema, int conversations, int messages) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    /// Looks at the profile under a policy; makes nothing where there is none.
    public static Checkup of(Path profile, Retention retention) {
        Path file = profile.resolve(Store.FILE);
        if (!Files.exists(file)) {
            return new Checkup(file, State.ABSENT, "", "", Counts.NONE);
        }
        try (Profile open = Profile.open(profile, new Unlock.Usual(), retention)) {
            return open.checkup();
        } catch (StorageException refused) {
            return switch (refused.failure()) {
                case StorageFailure.InUse _ -> new Checkup(file, State.IN_USE, "", "", Counts.NONE);
                case StorageFailure.Damaged(Path _, String finding) ->
                        new Checkup(file, State.DAMAGED, "", finding, Counts.NONE);
                case StorageFailure.Locked _ ->
                        new Checkup(file, State.LOCKED, "", "", Counts.NONE);
                case StorageFailure.Denied _,
                        StorageFailure.DiskFull _,
                        StorageFailure.Newer _,
                        StorageFailure.OnNetwork _,
                        StorageFailure.LibraryTooOld _,
                        StorageFailure.Broken _ ->
                        throw refused;
            };
        }
    }

    /// The folder that was looked at.
    public Path profile() {
        return Objects.requireNonNull(file.getParent());
    }

    static Checkup look(Session session, Path file) throws SQLException {
        String finding = session.pragma("integrity_check(1)");
        return new Checkup(
                file,
                finding.equals("ok") ? State.SOUND : State.DAMAGED,
                text(session, "SELECT sqlite_version()"),
                finding,
                new Counts(
                        Integer.parseInt(session.pragma("user_version")),
                        Integer.parseInt(text(session, "SELECT count(*) FROM conversation")),
                        Integer.parseInt(text(session, "SELECT count(*) FROM message"))));
    }

    private static String text(Session session, String query) throws SQLException {
        return session.row(query, row -> row.getString(1)).orElseThrow();
    }
}
