package nearside.storage.policy;

import java.nio.file.Path;
import java.util.List;

/// How it stands with the policy of this device.
public sealed interface PolicyState {
    /// What holds now.
    Policy policy();

    /// There is no policy.
    record None() implements PolicyState {
        @Override
        public Policy policy() {
            return Policy.OPEN;
        }
    }

    /// Every file was sound.
    record Valid(Policy policy, List<Path> files) implements PolicyState {
        public Valid {
            files = List.copyOf(files);
        }
    }

    /// Something was wrong, so that the strictest policy holds.
    record Restricted(List<PolicyFault> faults) implements PolicyState {
        public Restricted {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("restricted by nothing");
            }
        }

        @Override
        public Policy policy() {
            return Policy.STRICTEST;
        }
    }

    /// What these texts come to: one fault anywhere restricts.
    static PolicyState of(PolicyTexts found) {
        PolicyParts parts = PolicyParts.of(found);
        if (!parts.faults().isEmpty()) {
            return new Restricted(parts.faults());
        }
        return parts.all().isEmpty() ? new None() : parts.merged();
    }
}
