package nearside.desktop.offline;

import nearside.desktop.offline.Shutter.Back;
import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.Offline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A way out that is shut by the system as far as the window knows; it notes what was wished.
public final class PlayedShutter {
    private final Standing now;
    private final List<String> wished = Collections.synchronizedList(new ArrayList<>());
    private final Runnable leave;
    private volatile Back next = Back.RESTARTING;

    /// @param leave closes the window when the program is to start anew
    public PlayedShutter(Standing now, Runnable leave) {
        this.now = now;
        this.leave = leave;
    }

    PlayedShutter(Standing now) {
        this(now, () -> {});
    }

    public Shutter shutter() {
        return new Shutter(now, this::shut, this::back);
    }

    /// What becomes of the next wish to go back.
    public void next(Back back) {
        next = back;
    }

    /// Who shut it, and each time that somebody wanted back.
    public List<String> wished() {
        return List.copyOf(wished);
    }

    private Standing shut(Wish wanted) {
        wished.add("shut by " + wanted);
        return new Offline(new Enforcer.Sealed(), wanted);
    }

    private Back back() {
        wished.add("back");
        if (next == Back.RESTARTING) {
            leave.run();
        }
        return next;
    }
}
