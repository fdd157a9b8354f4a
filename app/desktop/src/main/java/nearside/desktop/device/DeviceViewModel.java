package nearside.desktop.device;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.copilot.device.DeviceWatch.Listening;
import nearside.desktop.pace.UiThread;
import nearside.engine.device.DeviceReading;
import nearside.engine.device.Power;

import java.util.Optional;
import java.util.function.Consumer;

/// The device under the window, as its watch tells of it every second.
public final class DeviceViewModel {
    private final Watching watching;
    private final UiThread ui;
    private final ReadOnlyObjectWrapper<Optional<Sample>> now =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answers>> answers =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Tells every reading of the device on some thread, until what it gives back is closed.
    public interface Watching {
        Listening listen(Consumer<DeviceReading> listener);
    }

    public DeviceViewModel(Watching watching, UiThread ui) {
        this.watching = watching;
        this.ui = ui;
    }

    /// The last sample; empty before the first.
    public ReadOnlyObjectProperty<Optional<Sample>> now() {
        return now.getReadOnlyProperty();
    }

    /// How many answers were written where; empty before they were counted.
    public ReadOnlyObjectProperty<Optional<Answers>> answers() {
        return answers.getReadOnlyProperty();
    }

    /// They were counted.
    public void answered(Answers counted) {
        answers.set(Optional.of(counted));
    }

    /// Begins to listen, as long as the watch is open.
    public void begin() {
        Listening _ = watching.listen(reading -> ui.later(() -> show(reading)));
    }

    private void show(DeviceReading reading) {
        now.set(
                Optional.of(
                        new Sample(
                                reading.memory().freeBytes(),
                                reading.memory().totalBytes(),
                                reading.processors().usable(),
                                source(reading.power()))));
    }

    private static Sample.Source source(Power power) {
        return switch (power) {
            case BATTERY -> Sample.Source.BATTERY;
            case MAINS, UNKNOWN -> Sample.Source.OTHER;
        };
    }
}
