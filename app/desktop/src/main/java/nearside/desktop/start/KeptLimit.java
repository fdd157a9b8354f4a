package nearside.desktop.start;

import nearside.storage.SettingsFile;

import java.util.Objects;
import java.util.function.LongSupplier;

/// The most bytes a second that downloads take, as the settings have it: read anew, but not for
/// every piece that comes. Any thread.
final class KeptLimit implements LongSupplier {
    static final long FRESH_NANOS = 250_000_000;

    private final SettingsFile settings;
    private final LongSupplier nanos;
    private long limit;
    private long readAt;

    /// @param nanos of a clock that only goes on
    KeptLimit(SettingsFile settings, LongSupplier nanos) {
        this.settings = Objects.requireNonNull(settings);
        this.nanos = Objects.requireNonNull(nanos);
        readAt = nanos.getAsLong() - FRESH_NANOS;
    }

    @Override
    public synchronized long getAsLong() {
        long now = nanos.getAsLong();
        if (now - readAt >= FRESH_NANOS) {
            limit = settings.read().models().fetching().mostBytesPerSecond();
            readAt = now;
        }
        return limit;
    }
}
