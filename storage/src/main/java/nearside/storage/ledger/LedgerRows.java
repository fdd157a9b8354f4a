package nearside.storage.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The rows of a ledger in memory and in their file. May be used by several threads.
public final class LedgerRows {
    private final LedgerFile file;
    private final List<LedgerRow> rows;

    private LedgerRows(LedgerFile file, List<LedgerRow> rows) {
        this.file = file;
        this.rows = rows;
    }

    public static LedgerRows in(Path file, RowSeal seal) throws IOException {
        LedgerFile kept = new LedgerFile(file, seal);
        return new LedgerRows(kept, new ArrayList<>(kept.rows()));
    }

    /// Adds one behind the last.
    public synchronized LedgerRow add(Instant at, LedgerEvent event) throws IOException {
        long number = rows.isEmpty() ? 1 : rows.getLast().number() + 1;
        String before = rows.isEmpty() ? LedgerRow.START : rows.getLast().chain();
        LedgerRow row = LedgerRow.behind(before, number, at, event);
        file.add(row);
        rows.add(row);
        return row;
    }

    public synchronized List<LedgerRow> all() {
        return List.copyOf(rows);
    }

    /// The number of the first row that is missing or does not hang on the one before.
    public synchronized OptionalLong firstBroken() {
        String before = LedgerRow.START;
        long expected = 1;
        for (LedgerRow row : rows) {
            if (row.number() != expected || !row.isBehind(before)) {
                return OptionalLong.of(expected);
            }
            before = row.chain();
            expected++;
        }
        return OptionalLong.empty();
    }
}
