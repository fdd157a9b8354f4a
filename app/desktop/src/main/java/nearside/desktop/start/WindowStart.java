package nearside.desktop.start;

import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;

import nearside.desktop.models.EngineFeed;
import nearside.desktop.pace.FxThread;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.window.Backstage;
import nearside.desktop.window.NearsideWindow;
import nearside.desktop.words.Words;
import nearside.engine.folder.FolderCheck;
import nearside.engine.seal.LibraryCaches;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.StorageException;
import nearside.storage.StorageFailure;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Opens the window over a profile and waits until it is closed.
public final class WindowStart {
    private static final System.Logger LOG = System.getLogger("nearside.start");
    private static final int[] ICON_SIZES = {16, 32, 48, 64, 128, 256};

    private final PrintStream err;
    private final Installation installation;
    private final Places places;

    public WindowStart(PrintStream err, Installation installation, Places places) {
        this.err = err;
        this.installation = installation;
        this.places = places;
    }

    /// The exit code of the program.
    public int run() throws InterruptedException {
        if (!hasDisplay(
                System.getProperties().getProperty("glass.platform", ""), System.getenv())) {
            err.println(
                    "nearside: there is no display to open a window on; in this terminal use:"
                            + " nearside ask \"your question\" (more: nearside --help)");
            return 1;
        }
        LibraryCaches.keepIn(places.profile().resolve("cache"));
        try (Profile profile = Profile.open(places.profile())) {
            return open(profile);
        } catch (StorageException refused) {
            return refused(refused.failure());
        }
    }

    static boolean hasDisplay(String platform, Map<String, String> environment) {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return !linux
                || platform.equals("Headless")
                || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    private int open(Profile profile) throws InterruptedException {
        EngineFeed feed = new EngineFeed();
        try (Wiring wiring = new Wiring(installation, places.profile(), feed)) {
            logUnknown(wiring.tryOrder().unknown());
            CountDownLatch closed = new CountDownLatch(1);
            Platform.startup(() -> show(profile, wiring, feed, closed));
            startModel(wiring);
            closed.await();
            return 0;
        } finally {
            Platform.exit();
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

    private void show(Profile profile, Wiring wiring, EngineFeed feed, CountDownLatch closed) {
        Stage stage = new Stage();
        for (int size : ICON_SIZES) {
            stage.getIcons().add(icon(size));
        }
        Settings settings = wiring.settings().read();
        NearsideWindow window =
                new NearsideWindow(stage, backstage(profile, wiring, feed), settings);
        window.open();
        listen(stage);
        stage.showingProperty().subscribe(showing -> closeWith(showing, closed));
        FxThread frames = new FxThread();
        frames.nextFrame(() -> frames.nextFrame(WindowStart::logStart));
    }

    private static void closeWith(boolean showing, CountDownLatch closed) {
        if (!showing) {
            closed.countDown();
        }
    }

    private Backstage backstage(Profile profile, Wiring wiring, EngineFeed feed) {
        return new Backstage(
                wiring.orchestrator(java.util.Optional.of(profile)),
                new Backstage.Memories(
                        profile.conversations(), profile.drafts(), wiring.settings()),
                new Backstage.Minds(wiring.models(), wiring::use, wiring::keep, feed),
                new Backstage.Device(
                        wiring.memory()::read,
                        Runtime.getRuntime().availableProcessors(),
                        places.logs(),
                        new FileBrowser(System.getProperty("os.name"))::show));
    }

    /// A later start raises this window instead of opening a second one.
    private void listen(Stage stage) {
        try {
            FirstWindow first =
                    FirstWindow.listen(
                            places.profile(), () -> Platform.runLater(() -> raise(stage)));
            stage.showingProperty().subscribe(showing -> stopListening(showing, first));
        } catch (IOException unheard) {
            LOG.log(Level.WARNING, "a second start will not find this window");
        }
    }

    private static void stopListening(boolean showing, FirstWindow first) {
        if (!showing) {
            try {
                first.close();
            } catch (IOException gone) {
                LOG.log(Level.WARNING, "the window's address stays");
            }
        }
    }

    private static void raise(Stage stage) {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    private static Image icon(int size) {
        return new Image(
                String.valueOf(
                        WindowStart.class.getResource("/nearside/desktop/icon/" + size + ".png")));
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

    /// Another window holds the profile: it is raised. Anything else is said in a window and in the
    /// terminal.
    private int refused(StorageFailure failure) throws InterruptedException {
        if (failure instanceof StorageFailure.InUse && FirstWindow.raise(places.profile())) {
            return 0;
        }
        Words words = Words.of(Locale.getDefault());
        Trouble trouble = new Explain(words).of(failure);
        err.println("nearside: " + trouble.title() + " " + trouble.meaning());
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> TroubleWindow.show(trouble, words, closed::countDown));
        closed.await();
        Platform.exit();
        return 1;
    }
}
