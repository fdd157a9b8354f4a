package nearside.cloud;

import nearside.cloud.outbound.Parcel;
import nearside.cloud.outbound.Permit;

import java.util.Optional;

/// Who says whether something leaves. Asked for every reply, with the very bytes.
public interface Gate {
    /// A permit for these bytes, or none.
    Optional<Permit> permit(FarModel model, Parcel parcel);
}
