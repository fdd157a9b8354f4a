package nearside.copilot.borrow;

import nearside.cloud.outbound.Errand;
import nearside.cloud.outbound.Ledger;
import nearside.cloud.outbound.Permit;
import nearside.storage.ledger.LedgerEvent;

import java.util.Objects;

/// The ledger of the door out, kept in the profile.
public final class KeptLedger implements Ledger {
    private final nearside.storage.Ledger kept;

    public KeptLedger(nearside.storage.Ledger kept) {
        this.kept = Objects.requireNonNull(kept);
    }

    @Override
    public Booking begin(Permit permit) {
        Errand errand = permit.errand();
        long attempt =
                kept.began(
                        new LedgerEvent.Began(
                                permit.to().toString(),
                                errand.purpose().name(),
                                errand.reason(),
                                errand.figures(),
                                errand.parts()));
        return outcome ->
                kept.ended(
                        new LedgerEvent.Ended(
                                attempt,
                                outcome.ending().name(),
                                outcome.status(),
                                outcome.bytesOut(),
                                outcome.bytesIn(),
                                outcome.used().read(),
                                outcome.used().written()));
    }
}
