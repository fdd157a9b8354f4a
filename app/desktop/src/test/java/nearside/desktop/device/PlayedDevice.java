package nearside.desktop.device;

import nearside.copilot.device.DeviceWatch.Listening;
import nearside.engine.device.DeviceReading;
import nearside.engine.device.Power;
import nearside.engine.device.Pressure;
import nearside.engine.device.Processors;
import nearside.engine.memory.Memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// A device of two cores that tells what a test says, the first reading at once.
public final class PlayedDevice implements DeviceViewModel.Watching {
    private final List<Consumer<DeviceReading>> listeners = new ArrayList<>();
    private DeviceReading now;

    public PlayedDevice(Memory memory, Power power) {
        now = reading(memory, power);
    }

    private static DeviceReading reading(Memory memory, Power power) {
        return new DeviceReading(
                memory,
                Pressure.UNKNOWN,
                new Processors(2, OptionalDouble.empty()),
                power,
                Optional.empty());
    }

    @Override
    public Listening listen(Consumer<DeviceReading> listener) {
        listeners.add(listener);
        listener.accept(now);
        return () -> listeners.remove(listener);
    }

    public void tell(Memory memory, Power power) {
        now = reading(memory, power);
        listeners.forEach(listener -> listener.accept(now));
    }
}
