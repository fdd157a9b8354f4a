package nearside.desktop.models;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import nearside.desktop.pace.Background;
import nearside.storage.Settings;
import nearside.storage.Settings.Allowed;
import nearside.storage.SettingsFile;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What may be given up where memory is short, as a person chose it: from the next question on.
public final class ReliefViewModel {
    private final SettingsFile settings;
    private final Background background;
    private final Map<Relief, ReadOnlyBooleanWrapper> allowed = new EnumMap<>(Relief.class);

    /// The choices as they were read before the window.
    public ReliefViewModel(Settings now, SettingsFile settings, Background background) {
        this.settings = settings;
        this.background = background;
        for (Relief relief : Relief.values()) {
            allowed.put(
                    relief,
                    new ReadOnlyBooleanWrapper(
                            now.running().allows(relief.stored()) == Allowed.ALLOWED));
        }
    }

    /// Whether that may be given up.
    public ReadOnlyBooleanProperty allowed(Relief relief) {
        return of(relief).getReadOnlyProperty();
    }

    private ReadOnlyBooleanWrapper of(Relief relief) {
        return Objects.requireNonNull(allowed.get(relief));
    }

    /// That may be given up from now on.
    public void allow(Relief relief) {
        set(relief, Allowed.ALLOWED);
    }

    /// That is not given up any more.
    public void forbid(Relief relief) {
        set(relief, Allowed.NEVER);
    }

    private void set(Relief relief, Allowed next) {
        of(relief).set(next == Allowed.ALLOWED);
        background.tell(() -> settings.change(old -> old.with(relief.stored(), next)));
    }
}
