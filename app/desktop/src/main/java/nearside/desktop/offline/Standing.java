package nearside.desktop.offline;

import java.util.Objects;

/// How it stands with the way out of this device.
public sealed interface Standing {
    /// Answered here first; before anything leaves, the person is asked.
    record LocalFirst() implements Standing {}

    /// Nothing leaves.
    record Offline(Enforcer by, Wish wanted) implements Standing {
        public Offline {
            Objects.requireNonNull(by);
            Objects.requireNonNull(wanted);
        }
    }

    /// Who sees to it that nothing leaves.
    sealed interface Enforcer {
        /// The system: it gives this process no internet socket, for good.
        record Sealed() implements Enforcer {}

        /// The program alone, which makes no permit.
        ///
        /// @param why there is no seal, with the system's own words and numbers
        record Program(String why) implements Enforcer {
            public Program {
                Objects.requireNonNull(why);
            }
        }
    }
}
