package nearside.desktop.start;

import nearside.cloud.download.Download;
import nearside.cloud.download.Landing;
import nearside.cloud.download.Throttle;
import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Route;
import nearside.copilot.borrow.Borrowing;
import nearside.copilot.borrow.Door;
import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Lenders;
import nearside.copilot.borrow.Rules;
import nearside.copilot.borrow.Spending;
import nearside.copilot.borrow.Trial;
import nearside.copilot.catalogue.CatalogueFault;
import nearside.copilot.catalogue.CatalogueSite;
import nearside.copilot.catalogue.Home;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.downloads.Getting;
import nearside.desktop.offline.Shutter;
import nearside.desktop.offline.Standing;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.policy.Policy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The way out of a profile, under the policy: a door, or the reason why there is none. Shut while
/// the program is offline, whoever wants it.
public final class WayOut implements AutoCloseable, Downloads.Ways {
    private static final int CONNECTIONS = 4;

    private final Profile profile;
    private final SettingsFile settings;
    private final Policy policy;
    private final Supplier<Standing> standing;
    private final Throttle throttle;
    private final Optional<Door> door;
    private final String why;
    private volatile boolean shut;

    private WayOut(
            Profile profile, SettingsFile settings, Policy policy, Supplier<Standing> standing) {
        this.profile = profile;
        this.settings = settings;
        this.policy = policy;
        this.standing = standing;
        throttle = new Throttle(new KeptLimit(settings, System::nanoTime));
        Optional<Door> made = Optional.empty();
        String refused = "";
        try {
            made =
                    Optional.of(
                            Door.by(
                                    route(policy.route()),
                                    Limits.USUAL,
                                    profile.ledger(),
                                    this::rules));
        } catch (IOException unusable) {
            refused = String.valueOf(unusable.getMessage());
        }
        door = made;
        why = refused;
    }

    /// The way out of an open profile.
    ///
    /// @param settings read anew each time
    /// @param standing of this process, whatever the settings say
    public static WayOut of(
            Profile profile, SettingsFile settings, Policy policy, Supplier<Standing> standing) {
        return new WayOut(profile, settings, policy, standing);
    }

    private Rules rules() {
        Settings.Borrowing chosen = settings.read().borrowing();
        boolean offline = shut || standing.get() instanceof Standing.Offline;
        return new Rules(offline ? chosen.with(Settings.Mode.OFFLINE) : chosen, policy);
    }

    /// The proxy's name is looked up when it is needed.
    private static Route route(Policy.Route route) {
        return new Route(
                route.proxy().map(it -> InetSocketAddress.createUnresolved(it.host(), it.port())),
                route.ca());
    }

    /// Far models as turns borrow them; empty where the certificates of the route cannot be used.
    public Optional<Borrowing> borrowing() {
        return door.map(it ->
                new Borrowing(
                        new Lenders(profile.farModels())::all,
                        it,
                        new Spending(
                                profile.ledger(), InstantSource.system(), ZoneId.systemDefault()),
                        region(),
                        this::neverIn));
    }

    /// Where phone numbers are written without a code, they are this country's.
    private static String region() {
        String country = Locale.getDefault().getCountry();
        return country.length() == 2 ? country : "US";
    }

    private void neverIn(String conversation) {
        settings.change(old -> old.with(old.borrowing().withNeverIn(conversation)));
    }

    /// Asks a far model for one word; blocks.
    Trial.Outcome trial(Lender lender, BooleanSupplier waits) {
        return door.map(it -> new Trial(it).run(lender, waits))
                .orElseGet(() -> new Trial.Outcome.NoDoor(why));
    }

    /// Asks the address that a policy names for its catalogue, at most once unless it forgets.
    public CatalogueSite catalogues() {
        return door.map(it -> CatalogueSite.by(it::ask))
                .orElseGet(() -> CatalogueSite.closed(new CatalogueFault.NoDoor(why)));
    }

    /// Where the program's own models lie, as the settings have it now.
    Home.OnHub own() {
        return Home.own(policy.models(), settings.read().models().fetching());
    }

    @Override
    public Downloads.Way way(Getting getting, Landing landing) {
        Download.Manner manner = new Download.Manner(Limits.DOWNLOAD, CONNECTIONS, throttle);
        Download.Wanted wanted = wanted(getting.wanted());
        return door.map(it -> it.download(wanted, landing, manner, getting.id()))
                .<Downloads.Way>map(Downloads.Way.Open::new)
                .orElseGet(() -> new Downloads.Way.Shut(why));
    }

    /// Also what was begun at another hub goes on at the one that is set now, unless a policy says
    /// where models lie.
    private Download.Wanted wanted(Download.Wanted named) {
        return policy.models().place().isPresent()
                ? named
                : new Download.Wanted(own().hub(), named.source(), named.pins());
    }

    /// The same shutter, which ends what is under way before it shuts, and every connection: a seal
    /// leaves open sockets open.
    Shutter guarded(Shutter shutter) {
        return new Shutter(
                shutter.now(),
                wish -> {
                    shut = true;
                    door.ifPresent(Door::shut);
                    return shutter.shut().apply(wish);
                },
                () -> {
                    Shutter.Back back = shutter.back().get();
                    if (back == Shutter.Back.OPEN) {
                        door.ifPresent(Door::open);
                        shut = false;
                    }
                    return back;
                });
    }

    @Override
    public void close() {
        door.ifPresent(Door::close);
    }
}
