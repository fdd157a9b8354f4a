package nearside.storage;

import nearside.storage.backup.BackupFile;
import nearside.storage.backup.BackupFolder;
import nearside.storage.database.DatabaseException;
import nearside.storage.database.Reading;
import nearside.storage.database.Session;
import nearside.storage.database.Trouble;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/// A backup that was checked and is being read.
record OpenBackup(BackupFile file, Reading reading) implements AutoCloseable {
    /// The one that was changed last among those that can be read; empty when there is none.
    static Optional<OpenBackup> newest(Path profile, String proof) {
        for (BackupFile file : BackupFolder.of(profile).all()) {
            if (state(file, proof) == Backup.State.SOUND) {
                return Optional.of(open(file));
            }
        }
        return Optional.empty();
    }

    /// The largest number that a message had when the newest backup was made; zero when that cannot
    /// be read. Looks at nothing else: the profile is being opened.
    static long lastMessage(Path profile, String proof) {
        return BackupFolder.of(profile).all().stream()
                .map(file -> lastMessage(file, proof))
                .flatMapToLong(OptionalLong::stream)
                .findFirst()
                .orElse(0);
    }

    private static OptionalLong lastMessage(BackupFile file, String proof) {
        try (Reading reading = Reading.at(file.path())) {
            return proof(reading.session()).equals(proof)
                    ? OptionalLong.of(SecondLook.last(reading.session()))
                    : OptionalLong.empty();
        } catch (SQLException | DatabaseException damaged) {
            return OptionalLong.empty();
        }
    }

    /// Looks whether it can be read whole, and was sealed by the key with that proof.
    static Backup.State state(BackupFile file, String proof) {
        try (Reading reading = Reading.at(file.path())) {
            reading.check();
            return proof(reading.session()).equals(proof)
                    ? Backup.State.SOUND
                    : Backup.State.FOREIGN;
        } catch (SQLException | DatabaseException damaged) {
            return Backup.State.DAMAGED;
        }
    }

    private static String proof(Session session) throws SQLException {
        return session.row("SELECT proof FROM vault", row -> row.getString(1)).orElse("");
    }

    static OpenBackup open(BackupFile file) {
        try {
            return new OpenBackup(file, Reading.at(file.path()));
        } catch (SQLException failure) {
            throw new DatabaseException(Trouble.of(failure, file.path()), failure);
        }
    }

    Session session() {
        return reading.session();
    }

    @Override
    public void close() {
        try {
            reading.close();
        } catch (SQLException failure) {
            throw new DatabaseException(Trouble.of(failure, file.path()), failure);
        }
    }
}
