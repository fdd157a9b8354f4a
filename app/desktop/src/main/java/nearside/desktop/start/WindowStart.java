package nearside.desktop.start;

import javafx.application.Platform;
import javafx.stage.Stage;

import nearside.desktop.call.Call;
import nearside.desktop.manners.Surroundings;
import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.words.LanguageChoice;
import nearside.desktop.words.Words;
import nearside.engine.seal.LibraryCaches;
import nearside.storage.Lock;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.StorageException;
import nearside.storage.StorageFailure;
import nearside.storage.Unlock;
import nearside.storage.folder.OwnerOnly;
import nearside.storage.policy.PolicyState;
import nearside.storage.policy.Retention;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Opens the profile, by a person where it is locked, and its window over it, until the window is
/// closed.
public final class WindowStart {
    private static final System.Logger LOG = System.getLogger("nearside.start");

    /// How long nothing is on the screen.
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final PrintStream err;
    private final Installation installation;
    private final Places places;
    private final PolicyState policy;
    private final OfflineSeal seal;
    private final Call call;
    private final Surroundings around;
    private final Toolkit toolkit = new Toolkit();

    public WindowStart(
            PrintStream err,
            Installation installation,
            Places places,
            PolicyState policy,
            OfflineSeal seal,
            Call call) {
        this.err = err;
        this.installation = installation;
        this.places = places;
        this.policy = policy;
        this.seal = seal;
        this.call = call;
        around =
                DesktopAround.of(
                        System.getProperty("os.name"), System.getenv(), Platform::runLater);
    }

    /// The exit code of the program.
    public int run() throws InterruptedException {
        if (!hasDisplay(
                System.getProperties().getProperty("glass.platform", ""), System.getenv())) {
            return withoutDisplay();
        }
        keepCaches(places.profile().resolve("cache"));
        try {
            ProfileWindow.Left left = show(opened(), call);
            while (left == ProfileWindow.Left.LOCKED) {
                left = show(unlocked(Lock.PASSPHRASE_NEEDED), new Call.Raise());
            }
            return 0;
        } catch (StorageException refused) {
            return refused(refused.failure());
        } catch (Toolkit.NoDisplayException refused) {
            LOG.log(Level.WARNING, "no display", refused);
            return withoutDisplay();
        } finally {
            toolkit.exit();
        }
    }

    private int withoutDisplay() {
        err.println(
                "nearside: there is no display to open a window on; in this terminal use:"
                        + " nearside ask \"your question\" (more: nearside --help)");
        return 1;
    }

    /// Those libraries make files that others may read; so their folder is closed.
    private void keepCaches(Path folder) {
        try {
            Profile.make(places.profile());
            OwnerOnly.folder(folder, "mesa_shader_cache");
        } catch (IOException refused) {
            LOG.log(Level.WARNING, "no folder for caches: {0}", refused.getClass());
        }
        LibraryCaches.keepIn(folder);
    }

    static boolean hasDisplay(String platform, Map<String, String> environment) {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return !linux
                || platform.equals("Headless")
                || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    /// @param wanted done once: not again after each unlocking
    private ProfileWindow.Left show(Optional<Profile> opened, Call wanted)
            throws InterruptedException {
        if (opened.isEmpty()) {
            return ProfileWindow.Left.CLOSED;
        }
        try (Profile profile = opened.get()) {
            return new ProfileWindow(
                            installation,
                            places,
                            policy,
                            profile,
                            seal,
                            new ProfileWindow.Wanted(wanted, around))
                    .run(toolkit);
        }
    }

    private Optional<Profile> opened() throws InterruptedException {
        FutureTask<Profile> opening =
                new FutureTask<>(
                        () -> Profile.open(places.profile(), new Unlock.Usual(), retention()));
        Thread.ofPlatform().name("opening").start(opening);
        try {
            return Optional.of(awaited(opening));
        } catch (ExecutionException failed) {
            StorageException refused = refusal(failed);
            if (refused.failure() instanceof StorageFailure.Locked locked) {
                return unlocked(locked.lock());
            }
            throw refused;
        }
    }

    /// A key store may ask a person first, and a damaged database takes its time.
    private Profile awaited(FutureTask<Profile> opening)
            throws ExecutionException, InterruptedException {
        try {
            return opening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            CompletableFuture<Stage> shown = new CompletableFuture<>();
            Settings settings = new SettingsFile(places.profile()).read();
            toolkit.run(() -> shown.complete(WaitingWindow.show(settings, words(settings))));
            try {
                return opening.get();
            } finally {
                toolkit.run(shown.join()::hide);
            }
        }
    }

    private static Words words(Settings settings) {
        return Words.of(LanguageChoice.of(settings.language()).locale(Locale.getDefault()));
    }

    private static StorageException refusal(ExecutionException failed) {
        if (failed.getCause() instanceof StorageException refused) {
            return refused;
        }
        throw new IllegalStateException(failed);
    }

    private Retention retention() {
        return policy.policy().retention();
    }

    /// Empty when the person gave up.
    private Optional<Profile> unlocked(Lock lock) throws InterruptedException {
        Settings settings = new SettingsFile(places.profile()).read();
        Words words = words(settings);
        StorageFailure.Locked locked = new StorageFailure.Locked(places.profile(), lock);
        CompletableFuture<Optional<Profile>> answer = new CompletableFuture<>();
        toolkit.run(() -> new UnlockWindow(locked, words, retention(), answer).show(settings));
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw refusal(failed);
        }
    }

    /// Another window holds the profile: it does what was asked for. Anything else is said in a
    /// window and in the terminal.
    private int refused(StorageFailure failure) throws InterruptedException {
        if (failure instanceof StorageFailure.InUse && FirstWindow.call(places.profile(), call)) {
            return 0;
        }
        Words words = Words.of(Locale.getDefault());
        Trouble trouble = new Explain(words).of(failure);
        err.println("nearside: " + trouble.title() + " " + trouble.meaning());
        CountDownLatch closed = new CountDownLatch(1);
        toolkit.run(() -> TroubleWindow.show(trouble, words, closed::countDown));
        closed.await();
        return 1;
    }
}
