package nearside.engine.pack;

import java.util.List;
import java.util.Objects;

/// The runtime that computes, and the packs that could compute in its place.
///
/// @param version of ONNX Runtime; empty until a worker was started
/// @param providers what this build can compute on, such as `CPU`, whether it is there or not
public record RuntimeNow(String version, List<String> providers, List<PackStanding> packs) {
    /// Before any worker was started.
    public static final RuntimeNow UNKNOWN = new RuntimeNow("", List.of(), List.of());

    public RuntimeNow {
        Objects.requireNonNull(version);
        providers = List.copyOf(providers);
        packs = List.copyOf(packs);
    }
}
