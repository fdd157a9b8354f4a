package nearside.copilot.borrow;

import nearside.cloud.Breaker;
import nearside.cloud.CloudEngine;
import nearside.cloud.FarModel;
import nearside.cloud.download.Download;
import nearside.cloud.download.Hub;
import nearside.cloud.download.Landing;
import nearside.cloud.download.SmallFile;
import nearside.cloud.outbound.Errand;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Origin;
import nearside.cloud.outbound.Outbound;
import nearside.cloud.outbound.Route;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// The door out of one profile: its route, its ledger, and the gate that says what leaves.
public final class Door implements AutoCloseable {
    private final Supplier<Rules> rules;
    private final PolicyGate gate;
    private final Outbound outbound;
    private final Breaker breaker = new Breaker();

    private Door(Supplier<Rules> rules, Outbound outbound) {
        this.rules = rules;
        this.gate = new PolicyGate(rules);
        this.outbound = outbound;
    }

    /// A door by this route.
    ///
    /// @param ledger where every attempt is written down
    /// @param rules as they are now
    /// @throws IOException if the certificates of the route cannot be used; the message says which
    public static Door by(
            Route route, Limits limits, nearside.storage.Ledger ledger, Supplier<Rules> rules)
            throws IOException {
        Objects.requireNonNull(rules);
        return new Door(rules, Outbound.by(route, new KeptLedger(ledger), limits));
    }

    /// A far model behind this door.
    public CloudEngine engine(FarModel model) {
        return new CloudEngine(model, outbound, breaker, gate);
    }

    /// A download through this door, not begun yet.
    ///
    /// @param model the id under which the ledger has it
    public Download download(
            Download.Wanted wanted, Landing landing, Download.Manner manner, String model) {
        Errand errand = new Errand(Errand.Purpose.DOWNLOAD, "USER_CHOICE", "", List.of(model));
        return new Download(wanted, landing, outbound, gate.forHub(wanted.hub(), errand), manner);
    }

    /// A file of the catalogue of a company, asked for through this door; blocks.
    public SmallFile.Outcome ask(SmallFile wanted) throws InterruptedException {
        Errand errand = new Errand(Errand.Purpose.CATALOGUE, "POLICY", "", List.of());
        Hub company = new Hub(wanted.address().resolve("."), List.of());
        return wanted.by(outbound, gate.forHub(company, errand), Limits.CATALOGUE);
    }

    /// Whether that far side failed so often of late that it is left alone.
    boolean isResting(Origin to) {
        return breaker.isResting(to);
    }

    /// The rules as they are now.
    Rules rules() {
        return rules.get();
    }

    /// Ends all that is under way, and every connection; nothing begins until [#open].
    public void shut() {
        outbound.shut();
    }

    /// What the rules let out may leave again.
    public void open() {
        outbound.open();
    }

    public PolicyGate gate() {
        return gate;
    }

    /// Who keeps things from leaving for that far side now; empty for nobody.
    public Optional<Rules.Shut> shutFor(Origin to) {
        return rules.get().shutFor(to);
    }

    @Override
    public void close() {
        outbound.close();
    }
}
