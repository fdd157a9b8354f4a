package nearside.desktop.welcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.copilot.borrow.Rules.Shut;
import nearside.desktop.borrow.BorrowViewModel;
import nearside.desktop.borrow.ConsentViewModel.Asking;
import nearside.desktop.offline.OfflineViewModel;
import nearside.desktop.offline.Standing;
import nearside.desktop.offline.Standing.Offline;

import java.util.Optional;

/// Whether everything stays on this device, as it truly is: what is set up to be borrowed, the
/// mode, and the policy say so, and choosing changes them. Lives on the UI thread.
public final class StayingViewModel {
    private final BorrowViewModel borrow;
    private final OfflineViewModel mode;
    private final String source;
    private final ReadOnlyObjectWrapper<Stay> stay =
            new ReadOnlyObjectWrapper<>(new Stay.NothingSetUp());
    private Runnable onSetUp = () -> {};

    /// What stays, and why.
    sealed interface Stay {
        /// Nothing is set up that could be borrowed.
        record NothingSetUp() implements Stay {}

        /// The mode lets nothing leave.
        record IsOffline(Offline how) implements Stay {}

        /// A policy lets nothing leave.
        ///
        /// @param source where it stands; may be empty
        record Locked(Shut by, String source) implements Stay {}

        /// Something may leave after a yes.
        record MayAsk(Asking asking) implements Stay {}
    }

    /// What a person chooses.
    enum Choice {
        HERE,
        MAY_ASK
    }

    /// @param source where the policy of the device stands; empty for none
    StayingViewModel(BorrowViewModel borrow, OfflineViewModel mode, String source) {
        this.borrow = borrow;
        this.mode = mode;
        this.source = source;
        mode.standing().subscribe(_ -> look());
        borrow.consent().asking().subscribe(_ -> look());
        borrow.rows().subscribe(this::look);
    }

    /// Told when a far side is to be set up.
    public void onSetUp(Runnable listener) {
        onSetUp = listener;
    }

    ReadOnlyObjectProperty<Stay> stay() {
        return stay.getReadOnlyProperty();
    }

    static Choice choice(Stay stay) {
        return switch (stay) {
            case Stay.NothingSetUp _, Stay.IsOffline _, Stay.Locked _ -> Choice.HERE;
            case Stay.MayAsk _ -> Choice.MAY_ASK;
        };
    }

    private void look() {
        Optional<Shut> policy = borrow.shutByPolicy();
        Standing standing = mode.standing().get();
        if (policy.isPresent()) {
            stay.set(new Stay.Locked(policy.get(), source));
        } else if (standing instanceof Offline offline) {
            stay.set(new Stay.IsOffline(offline));
        } else if (borrow.rows().isEmpty()) {
            stay.set(new Stay.NothingSetUp());
        } else {
            stay.set(new Stay.MayAsk(borrow.consent().asking().get()));
        }
    }

    /// Makes it so. What is not there yet is set up first: the choice shows when it has come to be.
    void choose(Choice choice) {
        switch (choice) {
            case HERE -> {
                if (stay.get() instanceof Stay.MayAsk) {
                    mode.goOffline();
                }
            }
            case MAY_ASK -> {
                switch (stay.get()) {
                    case Stay.NothingSetUp _ -> onSetUp.run();
                    case Stay.IsOffline _ -> mode.goLocalFirst();
                    case Stay.Locked _, Stay.MayAsk _ -> {}
                }
            }
        }
    }
}
