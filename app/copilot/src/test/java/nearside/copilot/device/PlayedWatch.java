package nearside.copilot.device;

import nearside.engine.device.DeviceReading;
import nearside.engine.memory.Memory;

import java.util.function.Supplier;

/// A watch whose readings follow a script, and which waits for nothing between two of them.
public final class PlayedWatch {
    private PlayedWatch() {}

    public static DeviceWatch of(Supplier<Memory> script) {
        return new DeviceWatch(() -> DeviceReading.of(script.get()), System::nanoTime, _ -> {});
    }
}
