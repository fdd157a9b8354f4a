package nearside.cloud.download;

import nearside.cloud.download.Progress.Stage;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How far a download is. Any thread.
final class Meter {
    private final AtomicLong came = new AtomicLong();
    private volatile Stage stage = Stage.LISTING;
    private volatile long whole;
    private final AtomicLong settled = new AtomicLong();
    private volatile LongSupplier here = () -> 0;
    private volatile LongSupplier verified = () -> 0;

    void stage(Stage now) {
        stage = now;
    }

    void whole(long bytes) {
        whole = bytes;
    }

    /// Bytes came over a connection, whether they are of use or not.
    void came(long bytes) {
        came.addAndGet(bytes);
    }

    /// A file is under way.
    ///
    /// @param bytesHere as they are now
    /// @param bytesVerified as they are now
    void file(LongSupplier bytesHere, LongSupplier bytesVerified) {
        here = bytesHere;
        verified = bytesVerified;
    }

    /// A file is here and verified.
    void settled(long bytes) {
        here = () -> 0;
        verified = () -> 0;
        settled.addAndGet(bytes);
    }

    Progress now() {
        long before = settled.get();
        return new Progress(
                stage, before + here.getAsLong(), before + verified.getAsLong(), whole, came.get());
    }
}
