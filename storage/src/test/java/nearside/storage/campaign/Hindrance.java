package nearside.storage.campaign;

import java.io.IOException;

/// Something that makes calls of a running process fail until it is cleared.
sealed interface Hindrance extends AutoCloseable permits Tracer, SizeLimit {
    /// Whether a call was made to fail, as far as it can be seen from here.
    boolean happened() throws IOException;

    /// Lets the process run on undisturbed.
    void clear() throws IOException, InterruptedException;

    /// Waits until the process was seen to end.
    void ended() throws InterruptedException;

    @Override
    void close();
}
