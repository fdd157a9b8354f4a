package nearside.desktop.settings;

import nearside.storage.Fetching;

import java.util.List;
import java.util.OptionalInt;

/// How fast downloads may be at most, all together.
///
/// @param kilobytes a second; 0 for any
record SpeedLimit(int kilobytes) {
    /// Those that are offered.
    static final List<SpeedLimit> ALL =
            List.of(
                    new SpeedLimit(0),
                    new SpeedLimit(500),
                    new SpeedLimit(1_000),
                    new SpeedLimit(2_000),
                    new SpeedLimit(5_000),
                    new SpeedLimit(10_000));

    static SpeedLimit of(Fetching kept) {
        return new SpeedLimit(kept.mostKilobytes().orElse(0));
    }

    OptionalInt kept() {
        return kilobytes == 0 ? OptionalInt.empty() : OptionalInt.of(kilobytes);
    }
}
