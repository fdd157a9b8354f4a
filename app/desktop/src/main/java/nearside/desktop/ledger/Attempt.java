package nearside.desktop.ledger;

import nearside.storage.ledger.LedgerEvent.Began;
import nearside.storage.ledger.LedgerEvent.Ended;
import nearside.storage.ledger.LedgerRow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One attempt to connect, with its end.
///
/// @param far scheme, host and port
/// @param purpose as the ledger has it
/// @param reason as the ledger has it
/// @param end empty while it goes on, and where the program ended before it
public record Attempt(
        long number, Instant at, String far, String purpose, String reason, Optional<End> end) {
    public Attempt {
        Objects.requireNonNull(at);
        Objects.requireNonNull(far);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(end);
    }

    /// How it ended.
    ///
    /// @param outcome as the ledger has it
    public record End(String outcome, int status, long bytesOut, long bytesIn) {}

    /// All attempts, the last one first.
    static List<Attempt> of(List<LedgerRow> rows) {
        Map<Long, End> ends = new HashMap<>();
        for (LedgerRow row : rows) {
            if (row.event() instanceof Ended ended) {
                ends.put(
                        ended.attempt(),
                        new End(
                                ended.outcome(),
                                ended.status(),
                                ended.bytesOut(),
                                ended.bytesIn()));
            }
        }
        List<Attempt> attempts = new ArrayList<>();
        for (LedgerRow row : rows.reversed()) {
            if (row.event() instanceof Began began) {
                attempts.add(
                        new Attempt(
                                row.number(),
                                row.at(),
                                began.far(),
                                began.purpose(),
                                began.reason(),
                                Optional.ofNullable(ends.get(row.number()))));
            }
        }
        return attempts;
    }
}
