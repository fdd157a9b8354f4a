package nearside.desktop.trouble;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.storage.Recovered;
import nearside.storage.StorageFailure;

import java.util.Optional;

/// The trouble that the window as a whole is in: the last one not yet put away.
public final class TroubleViewModel {
    private final Explain explain;
    private final ReadOnlyObjectWrapper<Optional<Trouble>> present =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Runnable onSeen = () -> {};

    public TroubleViewModel(Explain explain) {
        this.explain = explain;
    }

    public ReadOnlyObjectProperty<Optional<Trouble>> present() {
        return present.getReadOnlyProperty();
    }

    public void storeFailed(StorageFailure failure) {
        present.set(Optional.of(explain.of(failure)));
        onSeen = () -> {};
    }

    /// The database was damaged before; that is seen when it is put away.
    public void recovered(Recovered done, Runnable seen) {
        present.set(Optional.of(explain.of(done)));
        onSeen = seen;
    }

    public void putAway() {
        present.set(Optional.empty());
        onSeen.run();
        onSeen = () -> {};
    }
}
