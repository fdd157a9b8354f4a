package nearside.engine.device;

import nearside.engine.local.EngineNow;
import nearside.engine.memory.Memory;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// This device at one moment: what it has, what it is busy with, and what drives it.
///
/// @param engine what this program's own engine is doing; empty where none is looked at
public record DeviceReading(
        Memory memory,
        Pressure pressure,
        Processors processors,
        Power power,
        Optional<EngineNow> engine) {
    public DeviceReading {
        Objects.requireNonNull(memory);
        Objects.requireNonNull(pressure);
        Objects.requireNonNull(processors);
        Objects.requireNonNull(power);
        Objects.requireNonNull(engine);
    }

    /// One of which nothing but the memory is known.
    public static DeviceReading of(Memory memory) {
        return new DeviceReading(
                memory,
                Pressure.UNKNOWN,
                new Processors(1, OptionalDouble.empty()),
                Power.UNKNOWN,
                Optional.empty());
    }

    public DeviceReading with(EngineNow now) {
        return new DeviceReading(memory, pressure, processors, power, Optional.of(now));
    }
}
