package nearside.cloud.outbound;

import java.util.Objects;

/// The right to send exactly these bytes to this far side. Only the policy gate makes one.
///
/// @param body the sum of the bytes that were approved
public record Permit(Origin to, Digest body, Errand errand) {
    public Permit {
        Objects.requireNonNull(to);
        Objects.requireNonNull(body);
        Objects.requireNonNull(errand);
    }

    /// Whether it is for this.
    boolean covers(Parcel parcel) {
        return parcel.to().equals(to) && Digest.of(parcel.body()).equals(body);
    }
}
