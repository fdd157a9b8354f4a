package nearside.copilot.downloads;

import nearside.cloud.download.Download;
import nearside.cloud.download.Hub;
import nearside.cloud.download.Landing;
import nearside.cloud.download.Source;
import nearside.cloud.download.Throttle;
import nearside.cloud.outbound.Errand;
import nearside.cloud.outbound.Ledger;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Origin;
import nearside.cloud.outbound.Outbound;
import nearside.cloud.outbound.Route;
import nearside.copilot.borrow.PolicyGate;
import nearside.copilot.borrow.Rules;
import nearside.copilot.downloads.Trip.Standing;
import nearside.copilot.models.Models;
import nearside.storage.ModelShelf;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.policy.Policy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Fetches a model from a hub on this machine, with all that is real but the ledger.
final class Fetched implements AutoCloseable, Downloads.Ways {
    static final String REPOSITORY = "owner/tiny";
    static final String FOLDER = "cpu/int4";
    static final String ID = "tiny";

    private static final Rules RULES =
            new Rules(Settings.DEFAULT.borrowing().with(Settings.Mode.LOCAL_FIRST), Policy.OPEN);

    private static final Ledger NO_BOOKS = _ -> _ -> {};

    private final Hub hub;
    private final Limits limits;
    private final Throttle throttle;
    private final Outbound door;
    private final Path profile;
    private final Downloads downloads;

    private Fetched(Hub hub, Path profile, Limits limits, Throttle throttle) throws IOException {
        this.hub = hub;
        this.throttle = throttle;
        this.limits = limits;
        this.profile = profile;
        door = Outbound.by(Route.SYSTEM, NO_BOOKS, limits);
        downloads = new Downloads(models(profile), this);
    }

    static Models models(Path profile) {
        return new Models(
                Path.of(System.getProperty("nearside.models"), "phi3-tiny-128k"),
                new ModelShelf(profile),
                new SettingsFile(profile));
    }

    /// How long nothing may come, and how long it takes until the next try.
    static Limits limits(Duration silence) {
        return new Limits(
                Duration.ofSeconds(5), silence, Duration.ofMinutes(1), Duration.ofMillis(2));
    }

    static Fetched from(URI base, URI storage, Path profile, Limits limits) throws IOException {
        return held(base, storage, profile, limits, Throttle.none());
    }

    /// One that a throttle holds back.
    static Fetched held(URI base, URI storage, Path profile, Limits limits, Throttle throttle)
            throws IOException {
        return new Fetched(
                new Hub(base.resolve("/"), List.of(Origin.of(storage))), profile, limits, throttle);
    }

    @Override
    public Downloads.Way way(Getting getting, Landing landing) {
        Errand errand = new Errand(Errand.Purpose.DOWNLOAD, "USER_CHOICE", "", List.of(ID));
        return new Downloads.Way.Open(
                new Download(
                        getting.wanted(),
                        landing,
                        door,
                        new PolicyGate(() -> RULES).forHub(hub, errand),
                        new Download.Manner(limits, 4, throttle)));
    }

    Downloads downloads() {
        return downloads;
    }

    Getting getting() {
        return getting(ID);
    }

    /// The same model under another name.
    Getting getting(String id) {
        return new Getting(
                id,
                "Tiny",
                new Download.Wanted(hub, new Source(REPOSITORY, "main", FOLDER), List.of()),
                0);
    }

    /// How it stands when nothing more happens.
    Standing run() throws InterruptedException {
        downloads.get(getting());
        Trip trip = downloads.all().getFirst();
        while (!trip.rests()) {
            Thread.sleep(2);
            trip = downloads.all().getFirst();
        }
        return trip.standing();
    }

    /// Where it is, if it is here.
    Optional<Path> place(Standing end) {
        return end instanceof Standing.Here(String model)
                ? Optional.of(profile.resolve("models").resolve(model))
                : Optional.empty();
    }

    @Override
    public void close() {
        downloads.close();
        door.close();
    }
}
