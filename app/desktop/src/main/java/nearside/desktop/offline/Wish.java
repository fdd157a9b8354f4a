package nearside.desktop.offline;

import nearside.storage.Settings.Mode;
import nearside.storage.policy.Policy.Network;

import java.util.Optional;

/// Who wants the program to be offline.
public enum Wish {
    POLICY,
    THIS_RUN,
    PERSON;

    /// The first of them that wants it; empty for nobody.
    public static Optional<Wish> of(Network policy, Run run, Mode settings) {
        if (policy == Network.OFFLINE) {
            return Optional.of(POLICY);
        }
        if (run == Run.OFFLINE) {
            return Optional.of(THIS_RUN);
        }
        return settings == Mode.OFFLINE ? Optional.of(PERSON) : Optional.empty();
    }
}
