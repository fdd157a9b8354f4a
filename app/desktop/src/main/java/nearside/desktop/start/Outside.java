package nearside.desktop.start;

import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Route;
import nearside.copilot.borrow.Door;
import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Rules;
import nearside.copilot.borrow.Trial;
import nearside.storage.Profile;
import nearside.storage.SettingsFile;
import nearside.storage.policy.Policy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The way out of a profile, under the policy: a door, or the reason why there is none.
final class Outside implements AutoCloseable {
    private final Optional<Door> door;
    private final String why;

    private Outside(Optional<Door> door, String why) {
        this.door = door;
        this.why = why;
    }

    /// @param settings whose mode is read anew each time
    static Outside of(Profile profile, SettingsFile settings, Policy policy) {
        try {
            return new Outside(
                    Optional.of(
                            Door.by(
                                    route(policy.route()),
                                    Limits.USUAL,
                                    profile.ledger(),
                                    () -> new Rules(settings.read().borrowing(), policy))),
                    "");
        } catch (IOException unusable) {
            return new Outside(Optional.empty(), String.valueOf(unusable.getMessage()));
        }
    }

    /// The proxy's name is looked up when it is needed.
    private static Route route(Policy.Route route) {
        return new Route(
                route.proxy().map(it -> InetSocketAddress.createUnresolved(it.host(), it.port())),
                route.ca());
    }

    /// Empty where the certificates of the route cannot be used.
    Optional<Door> door() {
        return door;
    }

    /// Asks a far model for one word; blocks.
    Trial.Outcome trial(Lender lender, BooleanSupplier waits) {
        return door.map(it -> new Trial(it).run(lender, waits))
                .orElseGet(() -> new Trial.Outcome.NoDoor(why));
    }

    @Override
    public void close() {
        door.ifPresent(Door::close);
    }
}
