package nearside.desktop.start;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import nearside.desktop.protection.UnlockView;
import nearside.desktop.protection.UnlockViewModel;
import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.StorageException;
import nearside.storage.StorageFailure;
import nearside.storage.Unlock;
import nearside.storage.policy.Retention;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The window that asks a person for what opens a locked profile.
final class UnlockWindow {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 300;

    private final Path profile;
    private final Words words;
    private final Retention retention;
    private final Stage stage = new Stage();
    private final UnlockViewModel unlock;
    private final CompletableFuture<Optional<Profile>> answer;

    /// A window that is not shown yet.
    ///
    /// @param answer gets the open profile, nothing when the window is closed, or the failure that
    ///   no person can mend here
    UnlockWindow(
            StorageFailure.Locked locked,
            Words words,
            Retention retention,
            CompletableFuture<Optional<Profile>> answer) {
        this.profile = locked.profile();
        this.words = words;
        this.retention = retention;
        this.answer = answer;
        this.unlock = new UnlockViewModel(locked.lock(), this::attempt);
    }

    void show(Settings settings) {
        Look.loadFonts();
        Explain explain = new Explain(words);
        UnlockView view =
                new UnlockView(
                        unlock,
                        words,
                        () -> explain.of(new StorageFailure.Locked(profile, unlock.lock().get())));
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        Look.dress(scene, Dress.of(settings.appearance(), words.locale()));
        stage.setTitle(words.of("brand"));
        stage.setScene(scene);
        stage.setOnHidden(_ -> answer.complete(Optional.empty()));
        stage.show();
    }

    /// Making a key from a passphrase takes half a second on purpose.
    private void attempt(Unlock by) {
        Thread.ofVirtual().name("unlock").start(() -> open(by));
    }

    private void open(Unlock by) {
        try {
            Profile opened = Profile.open(profile, by, retention);
            if (!answer.complete(Optional.of(opened))) {
                opened.close();
            }
            Platform.runLater(stage::hide);
        } catch (StorageException refused) {
            if (refused.failure() instanceof StorageFailure.Locked still) {
                Platform.runLater(() -> unlock.failed(still.lock()));
            } else {
                answer.completeExceptionally(refused);
                Platform.runLater(stage::hide);
            }
        }
    }
}
