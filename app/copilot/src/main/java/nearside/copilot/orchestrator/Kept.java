package nearside.copilot.orchestrator;

import nearside.storage.Conversations;
import nearside.storage.Journal;

import java.util.Objects;

/// Where conversations are kept.
public record Kept(Conversations conversations, Journal journal) {
    public Kept {
        Objects.requireNonNull(conversations);
        Objects.requireNonNull(journal);
    }
}
