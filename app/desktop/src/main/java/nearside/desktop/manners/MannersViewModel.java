package nearside.desktop.manners;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.desktop.hotkey.Hotkey.Grab;
import nearside.desktop.pace.Background;
import nearside.desktop.tray.Tray.Seen;
import nearside.desktop.tray.TrayFace;
import nearside.desktop.words.Words;
import nearside.storage.Manners;
import nearside.storage.Manners.Closing;
import nearside.storage.SettingsFile;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/// How the program behaves beside others on the desktop, as a person chose it. Lives on the UI
/// thread; the desktop is asked elsewhere, one thing after the other.
public final class MannersViewModel {
    /// Who waits no longer than this is still there.
    static final Duration LONG = Duration.ofSeconds(10);

    private final SettingsFile settings;
    private final Background background;
    private final Executor outer;
    private final Surroundings around;
    private final Words words;
    private final ReadOnlyBooleanWrapper stays;
    private final ReadOnlyBooleanWrapper tells;
    private final ReadOnlyObjectWrapper<QuickKey> quickKey;
    private final ReadOnlyBooleanWrapper seen = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Grab>> grab =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Beginning> begun = Optional.empty();

    private record Beginning(TrayFace face, Runnable quick) {}

    /// Who asks the desktop.
    ///
    /// @param outer runs one thing after the other
    public record Asking(Background background, Executor outer) {}

    /// @param now as they were read
    public MannersViewModel(
            Manners now, SettingsFile settings, Asking asking, Surroundings around, Words words) {
        this.settings = settings;
        this.background = asking.background();
        this.outer = asking.outer();
        this.around = around;
        this.words = words;
        stays = new ReadOnlyBooleanWrapper(now.closing() == Closing.TRAY);
        tells = new ReadOnlyBooleanWrapper(now.notices() == Manners.Notices.SHOWN);
        quickKey = new ReadOnlyObjectWrapper<>(QuickKey.of(now.quickKey()));
    }

    /// The window is there: what was chosen is done from now on.
    ///
    /// @param quick opens the small window, on the UI thread
    public void begin(TrayFace face, Runnable quick) {
        begun = Optional.of(new Beginning(face, quick));
        if (stays.get()) {
            showTray();
        }
        if (quickKey.get() != QuickKey.NONE) {
            takeKeys();
        }
    }

    /// Whether the program stays in the tray when its window is closed.
    public ReadOnlyBooleanProperty stays() {
        return stays.getReadOnlyProperty();
    }

    /// Whether the end of a long answer is told.
    public ReadOnlyBooleanProperty tells() {
        return tells.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<QuickKey> quickKey() {
        return quickKey.getReadOnlyProperty();
    }

    /// What became of the keys that were chosen; empty where none were.
    public ReadOnlyObjectProperty<Optional<Grab>> grab() {
        return grab.getReadOnlyProperty();
    }

    /// Whether a person sees the program in the tray.
    public ReadOnlyBooleanProperty seen() {
        return seen.getReadOnlyProperty();
    }

    /// Whether the window can be closed without ending the program: who cannot see it in the tray
    /// could not end it.
    public boolean canHide() {
        return stays.get() && seen.get();
    }

    public void stay(boolean now) {
        stays.set(now);
        keep(old -> old.with(now ? Closing.TRAY : Closing.QUIT));
        if (now) {
            showTray();
        } else {
            outer.execute(around.tray()::close);
            seen.set(false);
        }
    }

    public void tell(boolean now) {
        tells.set(now);
        keep(old -> old.with(now ? Manners.Notices.SHOWN : Manners.Notices.NONE));
    }

    public void choose(QuickKey next) {
        quickKey.set(next);
        keep(old -> old.with(next.stored()));
        takeKeys();
    }

    private void keep(UnaryOperator<Manners> change) {
        background.tell(() -> settings.change(old -> old.with(change.apply(old.manners()))));
    }

    /// An answer is over that nobody looked at.
    ///
    /// @param chosen shows it
    public void answered(Duration took, Runnable chosen) {
        if (tells.get() && took.compareTo(LONG) >= 0) {
            String title = words.of("manners.answered");
            String text = words.of("manners.answered.text", took.toSeconds());
            outer.execute(() -> around.notices().tell(title, text, chosen));
        }
    }

    private void showTray() {
        begun.ifPresent(it -> outer.execute(() -> around.tray().show(it.face(), this::seenNow)));
    }

    private void seenNow(Seen now) {
        background.ui().later(() -> seen.set(stays.get() && now == Seen.YES));
    }

    private void takeKeys() {
        QuickKey wanted = quickKey.get();
        begun.ifPresent(it ->
                outer.execute(() -> {
                    Optional<Grab> became = taken(wanted, it.quick());
                    background.ui().later(() -> grab.set(became));
                }));
    }

    private Optional<Grab> taken(QuickKey wanted, Runnable quick) {
        around.hotkey().close();
        return wanted.chord()
                .map(keys -> around.hotkey().grab(keys, () -> background.ui().later(quick)));
    }

    /// Gives everything back to the desktop.
    public void close() {
        outer.execute(() -> {
            around.tray().close();
            around.hotkey().close();
        });
    }
}
