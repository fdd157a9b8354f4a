package nearside.desktop.protection;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import nearside.desktop.pace.Background;
import nearside.storage.Protection;

import java.util.Arrays;

/// How the conversations are protected, and changing that. Lives on the UI thread; making a key
/// from a passphrase takes half a second elsewhere.
public final class ProtectionViewModel {
    /// The shortest passphrase that is taken. Short ones can be guessed by whoever has the file.
    static final int SHORTEST = 10;

    private final Protection protection;
    private final Background background;
    private final Runnable lock;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private final ReadOnlyObjectWrapper<Remark> remark = new ReadOnlyObjectWrapper<>(Remark.NONE);
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    /// What is said about the last try.
    public enum Remark {
        NONE,
        TOO_SHORT,
        NOT_THE_SAME,
        DONE
    }

    /// @param lock closes everything and asks for the passphrase again
    public ProtectionViewModel(Protection protection, Background background, Runnable lock) {
        this.protection = protection;
        this.background = background;
        this.lock = lock;
        this.standing = new ReadOnlyObjectWrapper<>(Standing.of(protection));
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Remark> remark() {
        return remark.getReadOnlyProperty();
    }

    /// The recovery code that was just made; empty else. It is never shown again.
    public ReadOnlyStringProperty code() {
        return code.getReadOnlyProperty();
    }

    /// Whether a change is under way.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public void protectByPassphrase(String words, String again) {
        if (words.codePointCount(0, words.length()) < SHORTEST) {
            remark.set(Remark.TOO_SHORT);
        } else if (!words.equals(again)) {
            remark.set(Remark.NOT_THE_SAME);
        } else {
            char[] typed = words.toCharArray();
            change(() -> {
                protection.byPassphrase(typed);
                Arrays.fill(typed, '\0');
            });
        }
    }

    public void keepInSystem() {
        change(protection::bySystem);
    }

    public void keepInFile() {
        change(protection::byFile);
    }

    public void makeCode() {
        background.ask(
                protection::makeRecoveryCode,
                made -> {
                    code.set(made);
                    standing.set(Standing.of(protection));
                });
    }

    /// The code was written down, or the screen is left.
    public void forget() {
        code.set("");
        remark.set(Remark.NONE);
    }

    public void lockNow() {
        lock.run();
    }

    private void change(Runnable action) {
        busy.set(true);
        remark.set(Remark.NONE);
        background.ask(() -> tried(action), this::changed);
    }

    /// Also what fails ends the waiting.
    private boolean tried(Runnable action) {
        try {
            action.run();
            return true;
        } finally {
            background.ui().later(() -> busy.set(false));
        }
    }

    private void changed(boolean done) {
        remark.set(done ? Remark.DONE : Remark.NONE);
        standing.set(Standing.of(protection));
    }
}
