package nearside.desktop.device;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.desktop.pace.UiThread;
import nearside.engine.memory.Memory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The device under the window: its memory, read every two seconds off the UI thread, and its
/// cores.
public final class DeviceViewModel {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Supplier<Memory> probe;
    private final int cores;
    private final Executor executor;
    private final UiThread ui;
    private final ReadOnlyObjectWrapper<Optional<Sample>> memory =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answers>> answers =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public DeviceViewModel(Supplier<Memory> probe, int cores, Executor executor, UiThread ui) {
        this.probe = probe;
        this.cores = cores;
        this.executor = executor;
        this.ui = ui;
    }

    /// The last sample; empty before the first.
    public ReadOnlyObjectProperty<Optional<Sample>> memory() {
        return memory.getReadOnlyProperty();
    }

    /// How many answers were written where; empty before they were counted.
    public ReadOnlyObjectProperty<Optional<Answers>> answers() {
        return answers.getReadOnlyProperty();
    }

    /// They were counted.
    public void answered(Answers counted) {
        answers.set(Optional.of(counted));
    }

    public int cores() {
        return cores;
    }

    /// Begins to sample.
    public void begin() {
        executor.execute(() -> {
            Memory now = probe.get();
            ui.later(() -> sampled(now));
        });
    }

    private void sampled(Memory now) {
        memory.set(Optional.of(new Sample(now.freeBytes(), now.totalBytes())));
        Runnable _ = ui.after(PERIOD, this::begin);
    }
}
