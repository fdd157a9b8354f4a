package nearside.storage.ledger;

import java.util.List;
import java.util.Objects;

/// What is written down about an attempt to connect. Never content.
public sealed interface LedgerEvent {
    /// An attempt begins.
    ///
    /// @param far scheme, host and port
    /// @param purpose one word
    /// @param reason the name of the reason for which it is made
    /// @param figures the record of the decision as JSON; empty without one
    /// @param parts the ids of what is sent
    record Began(String far, String purpose, String reason, String figures, List<String> parts)
            implements LedgerEvent {
        public Began {
            Objects.requireNonNull(far);
            Objects.requireNonNull(purpose);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(figures);
            parts = List.copyOf(parts);
        }
    }

    /// An attempt ended.
    ///
    /// @param attempt the number of the row in which it began
    /// @param outcome one word
    /// @param status of the answer; 0 when there was none
    /// @param bytesOut of the request's body
    /// @param bytesIn of the answer's body
    /// @param tokensRead of the question that the far side takes money for
    /// @param tokensWritten of the answer that it takes money for
    record Ended(
            long attempt,
            String outcome,
            int status,
            long bytesOut,
            long bytesIn,
            int tokensRead,
            int tokensWritten)
            implements LedgerEvent {
        public Ended {
            Objects.requireNonNull(outcome);
        }
    }
}
