package nearside.house.broken;

import nearside.cloud.outbound.Digest;
import nearside.cloud.outbound.Errand;
import nearside.cloud.outbound.Origin;
import nearside.cloud.outbound.Permit;

import java.util.List;

/// Permits by itself what nobody approved.
final class BrokenPermit {
    private BrokenPermit() {}

    static Permit permit(byte[] body) {
        return new Permit(
                new Origin("https", "far.example", 443),
                Digest.of(body),
                new Errand(Errand.Purpose.ANSWER, "TOO_SLOW", "", List.of()));
    }
}
