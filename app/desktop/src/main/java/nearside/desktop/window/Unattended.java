package nearside.desktop.window;

import javafx.beans.value.ObservableValue;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Notes the end of an answer that nobody looks at.
final class Unattended {
    private final LongSupplier nanos;
    private final BooleanSupplier lookedAt;
    private final Consumer<Duration> over;
    private long began;
    private boolean before;

    /// @param nanos a clock
    /// @param over told how long an answer took that nobody looks at
    Unattended(LongSupplier nanos, BooleanSupplier lookedAt, Consumer<Duration> over) {
        this.nanos = nanos;
        this.lookedAt = lookedAt;
        this.over = over;
    }

    void follow(ObservableValue<Boolean> answering) {
        answering.subscribe(this::answers);
    }

    private void answers(boolean now) {
        if (now) {
            began = nanos.getAsLong();
        } else if (before && !lookedAt.getAsBoolean()) {
            over.accept(Duration.ofNanos(nanos.getAsLong() - began));
        }
        before = now;
    }
}
