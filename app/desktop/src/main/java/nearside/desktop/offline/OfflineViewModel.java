package nearside.desktop.offline;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.desktop.offline.Shutter.Back;
import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.LocalFirst;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.pace.Background;
import nearside.storage.Settings;
import nearside.storage.Settings.Mode;
import nearside.storage.SettingsFile;

/// Whether anything may leave, as a person chooses it: offline at once, and back by a restart where
/// the system enforces it.
public final class OfflineViewModel {
    private final Shutter shutter;
    private final SettingsFile settings;
    private final Background background;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.NONE);

    /// What stands between the person and the way back.
    public enum Step {
        NONE,
        /// The person is asked whether the program shall start anew.
        CONFIRM,
        /// The program cannot start itself anew.
        BY_HAND
    }

    public OfflineViewModel(Shutter shutter, SettingsFile settings, Background background) {
        this.shutter = shutter;
        this.settings = settings;
        this.background = background;
        standing = new ReadOnlyObjectWrapper<>(shutter.now());
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /// The seal comes first: it must not wait for a disk.
    public void goOffline() {
        if (standing.get() instanceof LocalFirst) {
            background.ask(() -> shutter.shut().apply(Wish.PERSON), standing::set);
            background.tell(() -> keep(Mode.OFFLINE));
        }
    }

    public void goLocalFirst() {
        switch (standing.get()) {
            case LocalFirst _ -> {}
            case Offline(Enforcer _, Wish wanted) when wanted == Wish.POLICY -> {}
            case Offline(Enforcer.Sealed _, Wish _) -> step.set(Step.CONFIRM);
            case Offline(Enforcer.Program _, Wish _) -> goBack();
        }
    }

    /// Answers what is asked before the restart.
    public void restart() {
        step.set(Step.NONE);
        goBack();
    }

    /// Puts away what is asked or said.
    public void stay() {
        step.set(Step.NONE);
    }

    /// The choice is on the disk before the program ends.
    private void goBack() {
        background.ask(
                () -> {
                    keep(Mode.LOCAL_FIRST);
                    return shutter.back().get();
                },
                this::wentBack);
    }

    private void wentBack(Back back) {
        switch (back) {
            case OPEN -> standing.set(new LocalFirst());
            case RESTARTING -> {}
            case BY_HAND -> step.set(Step.BY_HAND);
        }
    }

    private void keep(Mode mode) {
        settings.change(old -> with(old, mode));
    }

    private static Settings with(Settings old, Mode mode) {
        return old.with(old.borrowing().with(mode));
    }
}
