package nearside.engine.accelerator;

import java.util.Optional;

/// How an accelerator stands with one model.
///
/// @param verdict empty while it was not tried
public record Standing(Device device, Optional<Verdict> verdict) {
    public boolean isFaster() {
        return verdict.filter(Verdict.Faster.class::isInstance).isPresent();
    }
}
