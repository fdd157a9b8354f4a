package nearside.cloud.download;

import java.time.Duration;
import java.util.Objects;

/// Why fetching does not go on.
abstract sealed class Setback extends Exception {
    private static final long serialVersionUID = 1L;

    private Setback(String message) {
        super(message);
    }

    /// It failed for good.
    static final class Lasting extends Setback {
        private static final long serialVersionUID = 1L;

        private final transient DownloadFailure failure;

        Lasting(DownloadFailure failure) {
            super(failure.toString());
            this.failure = Objects.requireNonNull(failure);
        }

        DownloadFailure failure() {
            return failure;
        }
    }

    /// It failed in a way that may pass: it is tried again.
    static final class Passing extends Setback {
        private static final long serialVersionUID = 1L;

        private final transient DownloadFailure failure;
        private final Duration pause;

        /// @param pause for which the far side asked; zero when it did not
        Passing(DownloadFailure failure, Duration pause) {
            super(failure.toString());
            this.failure = Objects.requireNonNull(failure);
            this.pause = pause;
        }

        Passing(DownloadFailure failure) {
            this(failure, Duration.ZERO);
        }

        DownloadFailure failure() {
            return failure;
        }

        Duration pause() {
            return pause;
        }
    }

    /// Somebody does not want it any more, or not now.
    static final class Stopped extends Setback {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped");
        }
    }
}
