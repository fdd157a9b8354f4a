package nearside.cloud;

import nearside.cloud.outbound.Ledger;
import nearside.cloud.outbound.Permit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A ledger in memory.
public final class Books implements Ledger {
    private final List<Row> rows = new ArrayList<>();

    /// One attempt.
    public record Row(Permit permit, Optional<Outcome> outcome) {}

    @Override
    public synchronized Booking begin(Permit permit) {
        int at = rows.size();
        rows.add(new Row(permit, Optional.empty()));
        return outcome -> end(at, outcome);
    }

    private synchronized void end(int at, Outcome outcome) {
        if (rows.get(at).outcome().isPresent()) {
            throw new IllegalStateException("ended twice");
        }
        rows.set(at, new Row(rows.get(at).permit(), Optional.of(outcome)));
    }

    public synchronized List<Row> rows() {
        return List.copyOf(rows);
    }
}
