package nearside.desktop.start;

import nearside.desktop.offline.Shutter;
import nearside.desktop.offline.Shutter.Back;
import nearside.desktop.offline.Standing;
import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.LocalFirst;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.offline.Wish;
import nearside.engine.seal.Seal;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The seal on this process: set at the start or when a person chooses offline, and never lifted.
public final class OfflineSeal {
    private final Supplier<Seal> seal;
    private final Supplier<Optional<Outside>> outside;
    private Standing standing = new LocalFirst();
    private Optional<Outside> started = Optional.empty();

    OfflineSeal(Supplier<Seal> seal, Supplier<Optional<Outside>> outside) {
        this.seal = seal;
        this.outside = outside;
    }

    /// One for a command, which shows nothing and ends by itself.
    public static OfflineSeal ofCommand() {
        return new OfflineSeal(Seal::set, Optional::empty);
    }

    /// One for a window, which has a way back.
    ///
    /// @param again what starts the program anew
    public static OfflineSeal ofWindow(Itself again) {
        return new OfflineSeal(
                Seal::set,
                () ->
                        System.getProperty("os.name").startsWith("Linux")
                                ? Outside.start(Opener.LINUX, again.line())
                                : Optional.empty());
    }

    public synchronized Standing standing() {
        return standing;
    }

    /// Shuts the way out, once.
    public synchronized Standing shut(Wish wanted) {
        if (standing instanceof LocalFirst) {
            // 1. What listens on the loopback is opened here, since its socket stays open. Nothing
            //    listens yet.
            // 2. What a sealed process cannot do is left to one that is started unsealed.
            started = outside.get();
            // 3. From here on nobody gets an internet socket: no thread, no library, no child.
            standing = new Offline(enforcer(seal.get()), wanted);
        }
        return standing;
    }

    private static Enforcer enforcer(Seal set) {
        return switch (set) {
            case Seal.Closed() -> new Enforcer.Sealed();
            case Seal.NotHere(String system) -> new Enforcer.Program(system);
            case Seal.Refused(String step, int errno) ->
                    new Enforcer.Program(step + ", error " + errno);
        };
    }

    /// Opens the way out again where only the program shut it; else it takes a new process.
    synchronized Back back() {
        if (standing instanceof Offline(Enforcer.Sealed _, Wish _)) {
            return started.filter(Outside::startAgain).isPresent() ? Back.RESTARTING : Back.BY_HAND;
        }
        standing = new LocalFirst();
        return Back.OPEN;
    }

    /// Opens a folder or an address, by a process without the seal.
    ///
    /// @param opener opens it while there is none
    synchronized void open(String target, Consumer<String> opener) {
        started.ifPresentOrElse(there -> there.open(target), () -> opener.accept(target));
    }

    /// The shutter as a window uses it.
    ///
    /// @param leave closes the window
    Shutter shutter(Runnable leave) {
        return new Shutter(standing(), this::shut, () -> backBy(leave));
    }

    private Back backBy(Runnable leave) {
        Back back = back();
        if (back == Back.RESTARTING) {
            leave.run();
        }
        return back;
    }
}
