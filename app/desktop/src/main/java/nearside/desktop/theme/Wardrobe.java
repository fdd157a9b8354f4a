package nearside.desktop.theme;

import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Locale;

/// Hands out the dress of the day: another one when a person chooses another look, or the system
/// does.
public final class Wardrobe implements AutoCloseable {
    private final LookViewModel look;
    private final Locale language;
    private final ReadOnlyObjectWrapper<Dress> dress;
    private final InvalidationListener onSystem = _ -> choose();

    public Wardrobe(LookViewModel look, Locale language) {
        this.look = look;
        this.language = language;
        dress = new ReadOnlyObjectWrapper<>(now());
        look.appearance().addListener((_, _, _) -> choose());
        Platform.getPreferences().addListener(onSystem);
    }

    public ReadOnlyObjectProperty<Dress> dress() {
        return dress.getReadOnlyProperty();
    }

    private Dress now() {
        return Dress.of(look.appearance().get(), language);
    }

    private void choose() {
        dress.set(now());
    }

    @Override
    public void close() {
        Platform.getPreferences().removeListener(onSystem);
    }
}
