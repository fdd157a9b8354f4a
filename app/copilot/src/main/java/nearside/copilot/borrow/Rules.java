package nearside.copilot.borrow;

import nearside.cloud.outbound.Origin;
import nearside.storage.Settings.Borrowing;
import nearside.storage.Settings.Consent;
import nearside.storage.Settings.Mode;
import nearside.storage.policy.Endpoint;
import nearside.storage.policy.Policy;

import java.util.Objects;
import java.util.Optional;

/// What holds for everything that would leave: what the person chose, under the policy.
public record Rules(Borrowing chosen, Policy policy) {
    public Rules {
        Objects.requireNonNull(chosen);
        Objects.requireNonNull(policy);
    }

    /// Who shuts the door.
    public enum Shut {
        OFFLINE_BY_PERSON,
        OFFLINE_BY_POLICY,
        CLOUD_BY_POLICY,
        /// The policy names endpoints, and this is none of them.
        ENDPOINT_BY_POLICY
    }

    /// Who keeps things from leaving for that far side; empty for nobody.
    public Optional<Shut> shutFor(Origin to) {
        Optional<Shut> offline = shutForHubs();
        if (offline.isPresent()) {
            return offline;
        }
        if (policy.cloud().use() == Policy.Use.FORBIDDEN) {
            return Optional.of(Shut.CLOUD_BY_POLICY);
        }
        Endpoint endpoint = new Endpoint(to.scheme(), to.host(), to.port());
        boolean named = policy.cloud().endpoints().map(it -> it.contains(endpoint)).orElse(true);
        return named ? Optional.empty() : Optional.of(Shut.ENDPOINT_BY_POLICY);
    }

    /// Who keeps models from being fetched; empty for nobody.
    public Optional<Shut> shutForHubs() {
        if (chosen.mode() == Mode.OFFLINE) {
            return Optional.of(Shut.OFFLINE_BY_PERSON);
        }
        return policy.network() == Policy.Network.OFFLINE
                ? Optional.of(Shut.OFFLINE_BY_POLICY)
                : Optional.empty();
    }

    /// Whether the person is asked each time.
    boolean alwaysAsks() {
        return chosen.consent() == Consent.ASK || policy.cloud().use() == Policy.Use.ASK;
    }

    /// Whether the person or a policy wants the device to be offline.
    boolean isOffline() {
        return chosen.mode() == Mode.OFFLINE || policy.network() == Policy.Network.OFFLINE;
    }
}
