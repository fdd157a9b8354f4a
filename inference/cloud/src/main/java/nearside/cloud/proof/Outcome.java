package nearside.cloud.proof;

import java.util.Objects;

/// What came of a try to leave this device.
public sealed interface Outcome {
    /// What the system or the far side said.
    String said();

    /// It failed since the kernel gave no internet socket.
    record Sealed(String said) implements Outcome {
        public Sealed {
            Objects.requireNonNull(said);
        }
    }

    /// It was let out, wherever it arrived.
    record Left(String said) implements Outcome {
        public Left {
            Objects.requireNonNull(said);
        }
    }

    /// It failed for a reason that is not the seal, so that it proves nothing: no way, nobody
    /// there, no answer in time.
    record Unproved(String said) implements Outcome {
        public Unproved {
            Objects.requireNonNull(said);
        }
    }
}
