package nearside.copilot.borrow;

import java.util.Objects;

/// Whether a far side can be borrowed now.
public sealed interface Access {
    /// This one is asked next.
    record Open(Lender lender) implements Access {
        public Open {
            Objects.requireNonNull(lender);
        }
    }

    /// None is.
    record Shut(Why why) implements Access {
        public Shut {
            Objects.requireNonNull(why);
        }
    }

    /// Why none is; the first that applies.
    enum Why {
        /// There is none, or all were asked in vain.
        NONE_LEFT,
        /// The person or a policy wants the device to be offline.
        OFFLINE,
        /// A policy forbids it.
        FORBIDDEN,
        /// Nothing may leave of this conversation.
        NEVER_HERE
    }
}
