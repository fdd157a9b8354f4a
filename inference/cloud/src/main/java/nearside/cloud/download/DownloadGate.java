package nearside.cloud.download;

import nearside.cloud.outbound.Parcel;
import nearside.cloud.outbound.Permit;

import java.util.Optional;

/// Who says whether something may be asked for. Asked for every request.
public interface DownloadGate {
    /// A permit for this request, or none.
    Optional<Permit> permit(Parcel parcel);
}
