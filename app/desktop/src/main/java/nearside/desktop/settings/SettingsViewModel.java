package nearside.desktop.settings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.desktop.manners.MannersViewModel;
import nearside.desktop.manners.QuickKey;
import nearside.desktop.models.CacheChoice;
import nearside.desktop.models.CacheViewModel;
import nearside.desktop.models.Relief;
import nearside.desktop.models.ReliefViewModel;
import nearside.desktop.pace.Background;
import nearside.desktop.theme.LookViewModel;
import nearside.desktop.theme.TextSize;
import nearside.desktop.theme.ThemeChoice;
import nearside.desktop.undo.Act;
import nearside.desktop.undo.Undo;
import nearside.desktop.words.LanguageChoice;
import nearside.storage.Fetching;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.policy.PolicyState;

import java.util.EnumMap;
import java.util.Map;

/// All settings in one place. Lives on the UI thread.
public final class SettingsViewModel {
    private final LookViewModel look;
    private final CacheViewModel cache;
    private final ReliefViewModel reliefs;
    private final MannersViewModel manners;
    private final SettingsFile settings;
    private final Background background;
    private final Undo undo;
    private final PolicyState policy;
    private final ReadOnlyObjectWrapper<Pause> pause;
    private final FetchingViewModel fetching;

    /// The rooms whose settings these are.
    public record Beside(
            LookViewModel look,
            CacheViewModel cache,
            ReliefViewModel reliefs,
            MannersViewModel manners) {}

    /// @param now as they were read
    public SettingsViewModel(
            Beside beside,
            Settings now,
            SettingsFile settings,
            Background background,
            Undo undo,
            PolicyState policy) {
        this.look = beside.look();
        this.cache = beside.cache();
        this.reliefs = beside.reliefs();
        manners = beside.manners();
        this.settings = settings;
        this.background = background;
        this.undo = undo;
        this.policy = policy;
        pause = new ReadOnlyObjectWrapper<>(Pause.of(now.running().unloadAfter()));
        fetching = new FetchingViewModel(now.models().fetching(), settings, background);
    }

    LookViewModel look() {
        return look;
    }

    CacheViewModel cache() {
        return cache;
    }

    ReliefViewModel reliefs() {
        return reliefs;
    }

    MannersViewModel manners() {
        return manners;
    }

    FetchingViewModel fetching() {
        return fetching;
    }

    PolicyState policy() {
        return policy;
    }

    /// How long after the last question a model's memory is given back; counts from the next start.
    ReadOnlyObjectProperty<Pause> pause() {
        return pause.getReadOnlyProperty();
    }

    void choose(Pause next) {
        pause.set(next);
        background.tell(
                () -> settings.change(old -> old.with(old.running().withPause(next.kept()))));
    }

    /// Everything is as it was at first; that can be taken back.
    void reset() {
        Chosen before = chosen();
        Chosen usual =
                new Chosen(
                        ThemeChoice.SYSTEM,
                        new TextSize(100),
                        false,
                        LanguageChoice.SYSTEM,
                        new Minding(
                                CacheChoice.AUTO,
                                Pause.of(Settings.DEFAULT.running().unloadAfter()),
                                Map.of(),
                                Fetching.USUAL),
                        new Behaving(false, true, QuickKey.NONE));
        undo.perform(new Act("settings.was-reset", "", () -> take(before), () -> take(usual)));
    }

    private record Chosen(
            ThemeChoice theme,
            TextSize text,
            boolean still,
            LanguageChoice language,
            Minding minding,
            Behaving behaving) {}

    private record Minding(
            CacheChoice cache, Pause pause, Map<Relief, Boolean> allowed, Fetching fetching) {}

    private record Behaving(boolean stays, boolean tells, QuickKey quickKey) {}

    private Chosen chosen() {
        Map<Relief, Boolean> allowed = new EnumMap<>(Relief.class);
        for (Relief relief : Relief.values()) {
            allowed.put(relief, reliefs.allowed(relief).get());
        }
        return new Chosen(
                look.theme().getValue(),
                look.textSize().getValue(),
                look.still().getValue(),
                look.language().get(),
                new Minding(cache.choice().get(), pause.get(), allowed, fetching.chosen()),
                new Behaving(
                        manners.stays().get(), manners.tells().get(), manners.quickKey().get()));
    }

    private void take(Chosen all) {
        look.choose(all.theme());
        look.choose(all.text());
        if (all.still()) {
            look.holdStill();
        } else {
            look.moveAsSystem();
        }
        look.choose(all.language());
        take(all.minding());
        manners.stay(all.behaving().stays());
        manners.tell(all.behaving().tells());
        manners.choose(all.behaving().quickKey());
    }

    private void take(Minding all) {
        cache.choose(all.cache());
        choose(all.pause());
        fetching.take(all.fetching());
        for (Relief relief : Relief.values()) {
            if (all.allowed().getOrDefault(relief, true)) {
                reliefs.allow(relief);
            } else {
                reliefs.forbid(relief);
            }
        }
    }
}
