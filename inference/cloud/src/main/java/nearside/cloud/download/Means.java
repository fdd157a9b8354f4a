package nearside.cloud.download;

import java.time.Duration;

/// What a download has at hand.
///
/// @param connections at most, at the same time
/// @param pause after a first failure
record Means(Asking asking, Throttle throttle, Meter meter, int connections, Duration pause) {
    Perseverance perseverance() {
        return perseverance(Perseverance.MOST);
    }

    Perseverance perseverance(int most) {
        return new Perseverance(most, pause, asking::isStopped);
    }

    /// So many bytes came; returns when more may.
    void came(long bytes) {
        meter.came(bytes);
        throttle.take(bytes, asking::isStopped);
    }
}
