package nearside.desktop.theme;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.desktop.pace.Background;
import nearside.desktop.words.LanguageChoice;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;

/// The look of the window as a person chose it: the theme at once, the language with the next
/// start.
public final class LookViewModel {
    private final SettingsFile settings;
    private final Background background;
    private final LanguageChoice spoken;
    private final ReadOnlyObjectWrapper<ThemeChoice> theme;
    private final ReadOnlyObjectWrapper<LanguageChoice> language;
    private final ReadOnlyBooleanWrapper needsRestart = new ReadOnlyBooleanWrapper(false);

    public LookViewModel(Settings now, SettingsFile settings, Background background) {
        this.settings = settings;
        this.background = background;
        spoken = LanguageChoice.of(now.language());
        theme = new ReadOnlyObjectWrapper<>(ThemeChoice.of(now.theme()));
        language = new ReadOnlyObjectWrapper<>(spoken);
    }

    public ReadOnlyObjectProperty<ThemeChoice> theme() {
        return theme.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LanguageChoice> language() {
        return language.getReadOnlyProperty();
    }

    /// True while another language is chosen than the window speaks.
    public ReadOnlyBooleanProperty needsRestart() {
        return needsRestart.getReadOnlyProperty();
    }

    public void choose(ThemeChoice choice) {
        theme.set(choice);
        background.tell(() -> settings.change(old -> with(old, choice)));
    }

    public void choose(LanguageChoice choice) {
        language.set(choice);
        needsRestart.set(choice != spoken);
        background.tell(() -> settings.change(old -> with(old, choice)));
    }

    private static Settings with(Settings old, ThemeChoice choice) {
        return old.with(choice.stored());
    }

    private static Settings with(Settings old, LanguageChoice choice) {
        return old.with(choice.stored());
    }
}
