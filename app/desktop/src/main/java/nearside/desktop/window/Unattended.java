package nearside.desktop.window;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Tells the end of an answer that nobody looks at.
final class Unattended {
    private final Rooms rooms;
    private final LongSupplier nanos;
    private final BooleanSupplier lookedAt;
    private long began;

    /// @param nanos a clock
    Unattended(Rooms rooms, LongSupplier nanos, BooleanSupplier lookedAt) {
        this.rooms = rooms;
        this.nanos = nanos;
        this.lookedAt = lookedAt;
    }

    /// @param show shows the window
    void begin(Runnable show) {
        rooms.chat()
                .answering()
                .subscribe(goesOn -> {
                    if (goesOn) {
                        began = nanos.getAsLong();
                    } else if (began != 0 && !lookedAt.getAsBoolean()) {
                        Duration took = Duration.ofNanos(nanos.getAsLong() - began);
                        rooms.manners().answered(took, show);
                    }
                });
    }
}
