package nearside.desktop.manners;

import nearside.desktop.hotkey.Hotkey;
import nearside.desktop.hotkey.KeyChord;
import nearside.desktop.notices.Notices;
import nearside.desktop.tray.Tray;
import nearside.desktop.tray.TrayFace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A desktop on which a test is the person: it sees the tray, reads notices and presses keys.
public final class PlayedDesktop implements Tray, Notices, Hotkey {
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile Seen hasTray = Seen.YES;
    private volatile Optional<TrayFace> face = Optional.empty();
    private volatile Optional<KeyChord> keys = Optional.empty();
    private volatile Optional<Consumer<Seen>> watching = Optional.empty();
    private volatile Runnable pressed = () -> {};
    private volatile Grab grabs = Grab.DONE;

    /// One notice.
    public record Told(String title, String text, Runnable chosen) {}

    public Surroundings surroundings() {
        return new Surroundings(this, this, this);
    }

    @Override
    public void show(TrayFace shown, Consumer<Seen> seen) {
        face = Optional.of(shown);
        watching = Optional.of(seen);
        seen.accept(hasTray);
    }

    @Override
    public void tell(String title, String text, Runnable chosen) {
        told.add(new Told(title, text, chosen));
    }

    @Override
    public Grab grab(KeyChord wanted, Runnable then) {
        keys = Optional.of(wanted).filter(_ -> grabs == Grab.DONE);
        pressed = then;
        return grabs;
    }

    /// Of the tray and of the keys: both are closed at once in tests.
    @Override
    public void close() {
        keys = Optional.empty();
    }

    /// From now on there is a tray, or none.
    public void tray(Seen now) {
        hasTray = now;
        watching.ifPresent(seen -> seen.accept(now));
    }

    /// What becomes of the next wish for keys.
    public void grabs(Grab next) {
        grabs = next;
    }

    public void press() {
        pressed.run();
    }

    public Optional<TrayFace> face() {
        return face;
    }

    public Optional<KeyChord> keys() {
        return keys;
    }

    public List<Told> told() {
        return List.copyOf(told);
    }
}
