package nearside.desktop.window;

import nearside.desktop.trouble.Explain;
import nearside.desktop.trouble.Trouble;
import nearside.storage.SettingsFound;
import nearside.storage.policy.PolicyState;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What was read before the window: the settings and the policy.
public record Opening(SettingsFound settings, PolicyState policy) {
    public Opening {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(policy);
    }

    /// What is wrong with them, in sentences.
    List<Trouble> troubles(Explain explain) {
        return Stream.of(explain.of(policy), explain.of(settings))
                .flatMap(Optional::stream)
                .toList();
    }
}
