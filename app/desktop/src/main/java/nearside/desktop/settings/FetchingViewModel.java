package nearside.desktop.settings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import nearside.desktop.pace.Background;
import nearside.storage.Fetching;
import nearside.storage.SettingsFile;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// From where models come and how fast at most, as a person chose it. Lives on the UI thread.
final class FetchingViewModel {
    private final SettingsFile settings;
    private final Background background;
    private final ReadOnlyObjectWrapper<Fetching> chosen;
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper(false);

    /// @param now as it was read
    FetchingViewModel(Fetching now, SettingsFile settings, Background background) {
        this.settings = settings;
        this.background = background;
        chosen = new ReadOnlyObjectWrapper<>(now);
    }

    Fetching chosen() {
        return chosen.get();
    }

    /// The address of the hub; empty for the public one.
    ObservableValue<String> hub() {
        return chosen.map(it -> it.hub().map(URI::toString).orElse(""));
    }

    ObservableValue<SpeedLimit> limit() {
        return chosen.map(SpeedLimit::of);
    }

    /// Whether what was typed last is no address of a hub, so that nothing was changed.
    ReadOnlyBooleanProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    /// A person typed an address, perhaps without the slash at its end; nothing is the public hub.
    void type(String text) {
        String typed = text.strip();
        Optional<URI> hub = Fetching.hub(typed.endsWith("/") ? typed : typed + "/");
        if (typed.isEmpty() || hub.isPresent()) {
            change(old -> old.from(typed.isEmpty() ? Optional.empty() : hub));
        } else {
            wrong.set(true);
        }
    }

    void choose(SpeedLimit next) {
        change(old -> old.atMost(next.kept()));
    }

    void take(Fetching next) {
        change(_ -> next);
    }

    private void change(UnaryOperator<Fetching> change) {
        wrong.set(false);
        Fetching next = change.apply(chosen());
        if (!next.equals(chosen())) {
            chosen.set(next);
            background.tell(
                    () -> settings.change(old -> old.with(change.apply(old.models().fetching()))));
        }
    }
}
