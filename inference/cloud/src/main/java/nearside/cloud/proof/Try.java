package nearside.cloud.proof;

import java.util.Objects;

/// One try to leave this device.
///
/// @param way by what and where to, in words
public record Try(String way, Outcome outcome) {
    public Try {
        Objects.requireNonNull(way);
        Objects.requireNonNull(outcome);
    }

    /// Whether it shows that the seal holds.
    public boolean shut() {
        return outcome instanceof Outcome.Sealed;
    }
}
