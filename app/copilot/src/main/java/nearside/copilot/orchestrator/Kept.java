package nearside.copilot.orchestrator;

import nearside.storage.Attachments;
import nearside.storage.Conversations;
import nearside.storage.Journal;
import nearside.storage.Profile;

import java.util.Objects;

/// Where conversations are kept.
public record Kept(Conversations conversations, Journal journal, Attachments attachments) {
    public Kept {
        Objects.requireNonNull(conversations);
        Objects.requireNonNull(journal);
        Objects.requireNonNull(attachments);
    }

    /// All of a profile.
    public static Kept of(Profile profile) {
        return new Kept(profile.conversations(), profile.journal(), profile.attachments());
    }
}
