package nearside.cloud.outbound;

import java.util.List;
import java.util.Objects;

/// What a connection is for. It goes into the ledger, so it never holds content.
///
/// @param reason the name of the reason for which it is made
/// @param figures the record of the decision as JSON; empty without one
/// @param parts the ids of what is sent
public record Errand(Purpose purpose, String reason, String figures, List<String> parts) {
    public Errand {
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(figures);
        parts = List.copyOf(parts);
    }

    /// Why anything leaves at all.
    public enum Purpose {
        /// A borrowed model answers.
        ANSWER,
        /// A person tries whether an address and its key work.
        TRIAL,
        /// A model is fetched, or looked for.
        DOWNLOAD,
        /// It is asked which models there are.
        CATALOGUE
    }
}
