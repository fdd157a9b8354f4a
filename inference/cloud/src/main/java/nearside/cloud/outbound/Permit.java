package nearside.cloud.outbound;

import java.util.Objects;

/// The right to send exactly these bytes to this far side. Only the policy gate makes one.
///
/// @param content the sum of what was approved: of the bytes handed over, or of the path asked for
public record Permit(Origin to, Digest content, Errand errand) {
    public Permit {
        Objects.requireNonNull(to);
        Objects.requireNonNull(content);
        Objects.requireNonNull(errand);
    }

    /// Whether it is for this.
    boolean covers(Parcel parcel) {
        return parcel.to().equals(to) && parcel.digest().equals(content);
    }
}
