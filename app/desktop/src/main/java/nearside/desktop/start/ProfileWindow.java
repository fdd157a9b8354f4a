package nearside.desktop.start;

import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;

import nearside.copilot.catalogue.CatalogueSite;
import nearside.copilot.catalogue.Shop;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.orchestrator.Orchestrator;
import nearside.desktop.call.Call;
import nearside.desktop.manners.Surroundings;
import nearside.desktop.models.EngineFeed;
import nearside.desktop.pace.FxThread;
import nearside.desktop.welcome.AbilityViewModel.Computing;
import nearside.desktop.window.Backstage;
import nearside.desktop.window.NearsideWindow;
import nearside.desktop.window.Opening;
import nearside.engine.folder.FolderCheck;
import nearside.storage.Profile;
import nearside.storage.policy.PolicyState;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// The window over one open profile.
final class ProfileWindow {
    private static final System.Logger LOG = System.getLogger("nearside.start");
    private static final int[] ICON_SIZES = {16, 32, 48, 64, 128, 256};

    private final Installation installation;
    private final Places places;
    private final PolicyState policy;
    private final Profile profile;
    private final OfflineSeal seal;
    private final Surroundings around;
    private final Call call;
    private volatile Left left = Left.CLOSED;
    private Runnable leave = () -> {};

    /// How a person left it.
    enum Left {
        CLOSED,
        LOCKED
    }

    ProfileWindow(
            Installation installation,
            Places places,
            PolicyState policy,
            Profile profile,
            OfflineSeal seal,
            Wanted wanted) {
        this.installation = installation;
        this.places = places;
        this.policy = policy;
        this.profile = profile;
        this.seal = seal;
        around = wanted.around();
        call = wanted.call();
    }

    /// What the window is to do, and what it has around it.
    record Wanted(Call call, Surroundings around) {}

    /// Opens the window and waits until it is left.
    ///
    /// @param toolkit runs on the UI thread
    Left run(Toolkit toolkit) throws InterruptedException {
        EngineFeed feed = new EngineFeed();
        try (Wiring wiring = new Wiring(installation, profile, feed);
                WayOut out =
                        WayOut.of(profile, wiring.settings(), policy.policy(), seal::standing);
                Downloads downloads = new Downloads(wiring.models(), out);
                Upkeep upkeep = new Upkeep(profile.backups())) {
            logUnknown(wiring.tryOrder().unknown());
            CountDownLatch closed = new CountDownLatch(1);
            toolkit.run(() -> show(wiring, out, downloads, feed, closed));
            upkeep.begin();
            startModel(wiring);
            closed.await();
            return left;
        }
    }

    private static void logUnknown(List<String> accelerators) {
        if (!accelerators.isEmpty()) {
            LOG.log(Level.WARNING, "settings name unknown accelerators: {0}", accelerators);
        }
    }

    private static void startModel(Wiring wiring) {
        if (wiring.models().inUse().check() instanceof FolderCheck.Sound(var folder)) {
            wiring.use(folder);
        }
    }

    private void show(
            Wiring wiring,
            WayOut out,
            Downloads downloads,
            EngineFeed feed,
            CountDownLatch closed) {
        Stage stage = new Stage();
        for (int size : ICON_SIZES) {
            stage.getIcons().add(icon(size));
        }
        NearsideWindow window =
                new NearsideWindow(
                        stage,
                        backstage(wiring, out, downloads, feed),
                        new Opening(wiring.found(), policy));
        leave = window::leave;
        Optional<FirstWindow> first = listen(window);
        window.onLeft(() -> {
            first.ifPresent(ProfileWindow::stopListening);
            closed.countDown();
        });
        window.open();
        answer(call, window);
        FxThread frames = new FxThread();
        frames.nextFrame(() -> frames.nextFrame(ProfileWindow::logStart));
    }

    private Backstage backstage(Wiring wiring, WayOut out, Downloads downloads, EngineFeed feed) {
        Opener opener = new Opener(System.getProperty("os.name"));
        Shop shop = shop(wiring, out);
        Orchestrator orchestrator = wiring.orchestrator(Optional.of(profile), out.borrowing());
        return new Backstage(
                orchestrator,
                Backstage.Memories.of(profile, wiring.settings()),
                new Backstage.Safety(profile.protection(), this::lock, Backstage.Care.of(profile)),
                new Backstage.Minds(
                        wiring.models(),
                        wiring::use,
                        wiring.engine()::unload,
                        wiring::keep,
                        feed,
                        orchestrator::calibrate,
                        new Computing(
                                wiring.engine()::devices,
                                wiring.engine()::standings,
                                wiring.engine()::runtime),
                        shop,
                        shop::again,
                        wiring.survey(),
                        downloads),
                Backstage.Far.of(profile, out::trial),
                new Backstage.Device(
                        wiring.watch()::listen,
                        places.logs(),
                        target -> seal.open(target, opener::open),
                        PrintersHere.of(System.getProperty("os.name")),
                        around),
                out.guarded(seal.shutter(() -> Platform.runLater(() -> leave.run()))));
    }

    private Shop shop(Wiring wiring, WayOut out) {
        CatalogueSite site = out.catalogues();
        return new Shop(
                () -> wiring.catalogue(policy.policy().models(), site), out::own, site::forget);
    }

    private void lock() {
        left = Left.LOCKED;
        leave.run();
    }

    /// A later start hands over what it was asked for, instead of opening a second window.
    private Optional<FirstWindow> listen(NearsideWindow window) {
        try {
            return Optional.of(
                    FirstWindow.listen(
                            places.profile(),
                            call -> Platform.runLater(() -> answer(call, window))));
        } catch (IOException unheard) {
            LOG.log(Level.WARNING, "a second start will not find this window");
            return Optional.empty();
        }
    }

    private static void answer(Call call, NearsideWindow window) {
        switch (call) {
            case Call.Raise() -> window.raise();
            case Call.Quick() -> window.quick();
            case Call.Open(String what) -> window.take(what);
        }
    }

    private static void stopListening(FirstWindow first) {
        try {
            first.close();
        } catch (IOException gone) {
            LOG.log(Level.WARNING, "the window's address stays");
        }
    }

    private static Image icon(int size) {
        return new Image(
                String.valueOf(
                        ProfileWindow.class.getResource(
                                "/nearside/desktop/icon/" + size + ".png")));
    }

    private static void logStart() {
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start ->
                        LOG.log(
                                Level.INFO,
                                "window usable {0} ms after the start of the process",
                                String.valueOf(Duration.between(start, Instant.now()).toMillis())));
    }
}
