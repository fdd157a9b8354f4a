package nearside.storage;

import nearside.storage.database.Building;
import nearside.storage.database.DatabaseException;
import nearside.storage.database.Schema;
import nearside.storage.database.Session;
import nearside.storage.database.VerifiedCopy;
import nearside.storage.folder.OwnerOnly;
import nearside.storage.salvage.DamagedSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// A log whose last transaction was not written to its end. The database without it is sound as
/// SQLite sees it; what the transaction added comes as far as it can be read, see [TornTail].
record TornLog(Path profile, Path set, Secrets secrets) {
    private static final List<String> ENDS = List.of("", "-wal");

    /// Puts the database that takes its place into the set; empty when it is not sound even without
    /// that transaction.
    Optional<Recovered.Found> run() throws IOException {
        Path before = set.resolve("before.db");
        try {
            copyWithoutTail(before);
        } catch (DatabaseException damaged) {
            return Optional.empty();
        }
        try (Building building = Building.over(before)) {
            Recovered.Found found =
                    isSealed(building) ? withTail(building) : building.work(TornLog::plain);
            building.finish(set.resolve(Aside.READY));
            return Optional.of(found);
        }
    }

    /// Of copies, since SQLite changes what it opens.
    private void copyWithoutTail(Path before) throws IOException {
        Path copy = set.resolve("copy.db");
        try {
            for (String end : ENDS) {
                Path file = copy.resolveSibling(copy.getFileName() + end);
                Files.deleteIfExists(file);
                OwnerOnly.file(file);
                Files.copy(
                        profile.resolve(Store.FILE + end),
                        file,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            VerifiedCopy.of(copy, before);
        } finally {
            for (String end : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + end));
            }
        }
    }

    /// Before its first rows were sealed the transaction was that change, which is made anew.
    private static boolean isSealed(Building building) {
        return building.work(session ->
                session.row("SELECT 1 FROM sqlite_schema WHERE name = 'vault'", _ -> 1)
                        .isPresent());
    }

    private static Recovered.Found plain(Session session) throws SQLException {
        int messages = session.row("SELECT count(*) FROM message", row -> row.getInt(1)).orElse(0);
        int conversations =
                session.row("SELECT count(*) FROM conversation", row -> row.getInt(1)).orElse(0);
        return new Recovered.Found(conversations, messages, 0, 0, 0);
    }

    private Recovered.Found withTail(Building building) throws IOException {
        Schema schema = Schema.of(secrets::seal);
        try (Building tail = Building.at(set.resolve("building.db"), schema);
                DamagedSet damaged = DamagedSet.open(profile.resolve(Store.FILE))) {
            return tail.work(salvaged -> {
                new Salvage(salvaged, damaged, secrets.contents()).runNewest();
                return building.work(target -> {
                    new TornTail(new Merge(salvaged, target, secrets.contents())).run();
                    endRemovals(target);
                    return new Legible(target, secrets.contents()).countedWhole();
                });
            });
        }
    }

    /// A conversation that was being removed for good has no key any more.
    private void endRemovals(Session target) throws SQLException {
        for (String id :
                target.rows(
                        "SELECT id FROM conversation WHERE deleted_ns IS NOT NULL",
                        row -> row.getString(1))) {
            if (!secrets.contents().knows(id)) {
                Removal.rows(target, id);
            }
        }
    }
}
