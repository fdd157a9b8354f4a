package nearside.desktop.models;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.desktop.pace.Background;
import nearside.storage.Settings;
import nearside.storage.Settings.KvCache;
import nearside.storage.SettingsFile;

import java.util.function.Consumer;

/// How models keep what they read, as a person chose it: at once and for later starts.
public final class CacheViewModel {
    private final SettingsFile settings;
    private final Consumer<KvCache> engine;
    private final Background background;
    private final ReadOnlyObjectWrapper<CacheChoice> choice;

    /// The choice as it was read before the window.
    ///
    /// @param engine takes what a person chose
    public CacheViewModel(
            Settings now, SettingsFile settings, Consumer<KvCache> engine, Background background) {
        this.settings = settings;
        this.engine = engine;
        this.background = background;
        choice = new ReadOnlyObjectWrapper<>(CacheChoice.of(now.running().kvCache()));
    }

    public ReadOnlyObjectProperty<CacheChoice> choice() {
        return choice.getReadOnlyProperty();
    }

    public void choose(CacheChoice next) {
        choice.set(next);
        background.tell(() -> {
            settings.change(old -> old.with(next.stored()));
            engine.accept(next.stored());
        });
    }
}
