package nearside.storage.salvage;

import nearside.storage.salvage.Frame.Trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Whether SQLite will read all of a write-ahead log that was committed.
public enum LogState {
    /// There is none, or it is sound up to where it ends. A transaction of which no end is there
    /// was never answered: the machine went down before.
    WHOLE,
    /// The last transaction is damaged, or was being written when the machine went down.
    LAST_DOUBTFUL,
    /// Transactions behind a damaged place would be forgotten.
    BROKEN;

    /// Looks at the log beside a database before SQLite does.
    public static LogState beside(Path database) throws IOException {
        try (RawFile file = RawFile.open(logOf(database))) {
            return Log.of(file, PageSize.USUAL).map(LogState::of).orElse(WHOLE);
        }
    }

    static Path logOf(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    private static LogState of(Log log) {
        List<Frame> frames = log.committed();
        Optional<Integer> damage = log.hasHead() ? firstDamage(frames) : Optional.of(0);
        if (frames.isEmpty() || damage.isEmpty()) {
            return WHOLE;
        }
        long ends = frames.stream().skip(damage.get()).filter(Frame::isCommit).count();
        return ends > 1 ? BROKEN : LAST_DOUBTFUL;
    }

    /// Where in the list the first frame stands that does not go on from the one before.
    private static Optional<Integer> firstDamage(List<Frame> frames) {
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            if (frame.trust() != Trust.SOUND || frame.index() != i) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
