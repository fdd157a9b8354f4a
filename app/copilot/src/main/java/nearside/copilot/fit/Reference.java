package nearside.copilot.fit;

import nearside.copilot.device.Speed;

import java.util.Objects;

/// A model whose speed was measured on this device's processor.
///
/// @param readBytes weights that are read for each token
public record Reference(String id, long readBytes, long kvBytesPerToken, int layers, Speed speed) {
    /// One that could be chosen, too.
    public static Reference of(Candidate candidate, Speed speed) {
        return new Reference(
                candidate.id(),
                candidate.readBytes(),
                candidate.kvBytesPerToken(),
                candidate.layers(),
                speed);
    }

    public Reference {
        Objects.requireNonNull(id);
        Objects.requireNonNull(speed);
        if (readBytes < 1 || kvBytesPerToken < 0 || layers < 1 || !speed.isKnown()) {
            throw new IllegalArgumentException(id + " was not measured");
        }
    }
}
