package nearside.engine;

import java.time.Duration;
import java.util.Optional;

/// One reply while it is being written.
public interface Reply extends AutoCloseable {
    /// The next event, or empty when none came in time. The last one is always Finished or Failed;
    /// after it, every call is empty.
    Optional<ReplyEvent> next(Duration patience) throws InterruptedException;

    /// Stops generation; harmless when already over. The last event then still comes: Finished with
    /// [Finish#STOP] and the usage so far.
    @Override
    void close();
}
