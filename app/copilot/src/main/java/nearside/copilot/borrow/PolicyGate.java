package nearside.copilot.borrow;

import nearside.cloud.FarModel;
import nearside.cloud.Gate;
import nearside.cloud.download.DownloadGate;
import nearside.cloud.download.Hub;
import nearside.cloud.outbound.Digest;
import nearside.cloud.outbound.Errand;
import nearside.cloud.outbound.Origin;
import nearside.cloud.outbound.Parcel;
import nearside.cloud.outbound.Permit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// The only maker of permits: for bytes that were approved, once, and while the rules allow it. The
/// rules are looked at again when the bytes leave.
public final class PolicyGate implements Gate {
    private final Supplier<Rules> rules;
    private final List<Permit> approved = new ArrayList<>();

    /// @param rules as they are now
    public PolicyGate(Supplier<Rules> rules) {
        this.rules = Objects.requireNonNull(rules);
    }

    /// These very bytes may leave once, for that errand. Closing takes that back if they did not.
    public synchronized Approval approve(Parcel parcel, Errand errand) {
        Permit permit = new Permit(parcel.to(), parcel.digest(), errand);
        approved.add(permit);
        return () -> forget(permit);
    }

    private synchronized void forget(Permit permit) {
        approved.remove(permit);
    }

    @Override
    public synchronized Optional<Permit> permit(FarModel model, Parcel parcel) {
        Origin to = parcel.to();
        if (rules.get().shutFor(to).isPresent() || !model.origin().equals(to)) {
            return Optional.empty();
        }
        Digest content = parcel.digest();
        Optional<Permit> found =
                approved.stream()
                        .filter(it -> it.to().equals(to) && it.content().equals(content))
                        .findFirst();
        found.ifPresent(approved::remove);
        return found;
    }

    /// Lets out what asks a hub for files, as long as the rules allow that.
    public DownloadGate forHub(Hub hub, Errand errand) {
        return parcel ->
                parcel.asks() && hub.reaches(parcel.to()) && rules.get().shutForHubs().isEmpty()
                        ? Optional.of(new Permit(parcel.to(), parcel.digest(), errand))
                        : Optional.empty();
    }

    /// An approval that was not used yet.
    public interface Approval extends AutoCloseable {
        @Override
        void close();
    }
}
