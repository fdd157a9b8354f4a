package nearside.desktop.protection;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.storage.Lock;
import nearside.storage.Unlock;

import java.util.function.Consumer;

/// A profile that is locked, and what a person gives to open it. Lives on the UI thread.
public final class UnlockViewModel {
    private final Consumer<Unlock> attempt;
    private final ReadOnlyObjectWrapper<Lock> lock;
    private Asked usual;
    private final ReadOnlyObjectWrapper<Asked> asked;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    /// What the person is asked for.
    public enum Asked {
        PASSPHRASE,
        /// The recovery code.
        CODE,
        /// To mend something outside and try again.
        ANOTHER_TRY
    }

    /// @param attempt tries to open; answers by [#failed], or never when it opened
    public UnlockViewModel(Lock lock, Consumer<Unlock> attempt) {
        this.attempt = attempt;
        this.lock = new ReadOnlyObjectWrapper<>(lock);
        this.usual = usual(lock);
        this.asked = new ReadOnlyObjectWrapper<>(usual);
    }

    public ReadOnlyObjectProperty<Lock> lock() {
        return lock.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Asked> asked() {
        return asked.getReadOnlyProperty();
    }

    /// Whether an attempt is under way.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Tries to open with what was typed.
    public void submit(String typed) {
        if (!busy.get()) {
            busy.set(true);
            attempt.accept(
                    switch (asked.get()) {
                        case PASSPHRASE -> new Unlock.Words(typed.toCharArray());
                        case CODE -> new Unlock.Code(typed);
                        case ANOTHER_TRY -> new Unlock.Usual();
                    });
        }
    }

    /// The attempt did not open.
    public void failed(Lock why) {
        busy.set(false);
        lock.set(why);
        if (asked.get() != Asked.CODE) {
            usual = usual(why);
            asked.set(usual);
        }
    }

    /// Changes between the usual way and the recovery code.
    public void askOtherwise() {
        asked.set(asked.get() == Asked.CODE ? usual : Asked.CODE);
    }

    private static Asked usual(Lock lock) {
        return switch (lock) {
            case PASSPHRASE_NEEDED, PASSPHRASE_WRONG -> Asked.PASSPHRASE;
            case STORE_ABSENT,
                    STORE_LOCKED,
                    STORE_BROKEN,
                    KEY_ABSENT,
                    KEY_FOREIGN,
                    CODE_WRONG,
                    RECORD_LOST ->
                    Asked.ANOTHER_TRY;
        };
    }
}
