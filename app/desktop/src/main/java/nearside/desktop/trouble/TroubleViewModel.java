package nearside.desktop.trouble;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.storage.Recovered;
import nearside.storage.StorageFailure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The trouble that the window as a whole is in: the last failure not yet put away, else what was
/// wrong at the start, one after the other.
public final class TroubleViewModel {
    private final Explain explain;
    private final Deque<Told> told = new ArrayDeque<>();
    private Optional<Trouble> failure = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Trouble>> present =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public TroubleViewModel(Explain explain) {
        this.explain = explain;
    }

    public ReadOnlyObjectProperty<Optional<Trouble>> present() {
        return present.getReadOnlyProperty();
    }

    /// Tells that an address leads to nothing here.
    public void linkLeadsNowhere(String address) {
        tell(List.of(explain.linkLeadsNowhere(address)));
    }

    public void storeFailed(StorageFailure next) {
        failure = Optional.of(explain.of(next));
        show();
    }

    /// What is to be told, each until it is put away.
    public void tell(List<Trouble> more) {
        more.forEach(trouble -> told.add(new Told(trouble, () -> {})));
        show();
    }

    /// The database was damaged before; that is seen when it is put away.
    public void recovered(Recovered done, Runnable seen) {
        told.add(new Told(explain.of(done), seen));
        show();
    }

    public void putAway() {
        if (failure.isPresent()) {
            failure = Optional.empty();
        } else if (!told.isEmpty()) {
            told.remove().seen().run();
        }
        show();
    }

    private void show() {
        present.set(failure.or(() -> Optional.ofNullable(told.peek()).map(Told::trouble)));
    }

    /// What is told, and what happens when it was seen.
    private record Told(Trouble trouble, Runnable seen) {}
}
