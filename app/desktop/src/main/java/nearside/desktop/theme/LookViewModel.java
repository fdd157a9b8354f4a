package nearside.desktop.theme;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import nearside.desktop.pace.Background;
import nearside.desktop.words.LanguageChoice;
import nearside.storage.Appearance;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;

import java.util.function.UnaryOperator;

/// The look of the window as a person chose it: all at once but the language, which comes with the
/// next start.
public final class LookViewModel {
    private final SettingsFile settings;
    private final Background background;
    private final LanguageChoice spoken;
    private final ReadOnlyObjectWrapper<Appearance> appearance;
    private final ReadOnlyObjectWrapper<LanguageChoice> language;
    private final ReadOnlyBooleanWrapper needsRestart = new ReadOnlyBooleanWrapper(false);

    public LookViewModel(Settings now, SettingsFile settings, Background background) {
        this.settings = settings;
        this.background = background;
        spoken = LanguageChoice.of(now.language());
        appearance = new ReadOnlyObjectWrapper<>(now.appearance());
        language = new ReadOnlyObjectWrapper<>(spoken);
    }

    /// All that decides how windows look.
    public ReadOnlyObjectProperty<Appearance> appearance() {
        return appearance.getReadOnlyProperty();
    }

    public ObservableValue<ThemeChoice> theme() {
        return appearance.map(now -> ThemeChoice.of(now.theme()));
    }

    public ObservableValue<TextSize> textSize() {
        return appearance.map(now -> new TextSize(now.textPercent()));
    }

    /// Whether little moves by itself, whatever the system says.
    public ObservableValue<Boolean> still() {
        return appearance.map(now -> now.motion() == Appearance.Motion.REDUCED);
    }

    public ReadOnlyObjectProperty<LanguageChoice> language() {
        return language.getReadOnlyProperty();
    }

    /// True while another language is chosen than the window speaks.
    public ReadOnlyBooleanProperty needsRestart() {
        return needsRestart.getReadOnlyProperty();
    }

    public void choose(ThemeChoice choice) {
        change(old -> old.with(choice.stored()));
    }

    public void choose(TextSize size) {
        change(old -> old.withText(size.percent()));
    }

    public void enlarge() {
        choose(textSize().getValue().larger());
    }

    public void reduce() {
        choose(textSize().getValue().smaller());
    }

    /// Little moves from now on.
    public void holdStill() {
        change(old -> old.with(Appearance.Motion.REDUCED));
    }

    /// What moves is left to the system.
    public void moveAsSystem() {
        change(old -> old.with(Appearance.Motion.SYSTEM));
    }

    private void change(UnaryOperator<Appearance> next) {
        appearance.set(next.apply(appearance.get()));
        background.tell(() -> settings.change(old -> old.with(next.apply(old.appearance()))));
    }

    public void choose(LanguageChoice choice) {
        language.set(choice);
        needsRestart.set(choice != spoken);
        background.tell(() -> settings.change(old -> with(old, choice)));
    }

    private static Settings with(Settings old, LanguageChoice choice) {
        return old.with(choice.stored());
    }
}
