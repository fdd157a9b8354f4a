package nearside.engine.local;

import java.time.Duration;
import java.util.Optional;

/// What the program learns from its worker process.
sealed interface WorkerNews {
    record Said(Frame.Report report) implements WorkerNews {}

    /// The process is gone; nothing comes after this.
    ///
    /// @param exitCode 128 plus the number of the signal, if it was one
    /// @param silence how long it had said nothing when it was ended for that
    record Gone(int exitCode, Optional<Duration> silence) implements WorkerNews {}
}
