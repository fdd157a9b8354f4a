package nearside.engine.local;

import nearside.engine.accelerator.Device;

import java.util.List;
import java.util.Objects;

/// The local engine at one moment.
///
/// @param waiting replies that were asked and not begun
/// @param devices what the worker's runtime found to compute on; none until it was started once
public record EngineNow(EngineState state, int waiting, List<Device> devices) {
    public EngineNow {
        Objects.requireNonNull(state);
        devices = List.copyOf(devices);
    }
}
