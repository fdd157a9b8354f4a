package nearside.desktop.chat;

import nearside.desktop.pace.Background;
import nearside.storage.ConversationId;
import nearside.storage.Drafts;

import java.time.Duration;
import java.util.Optional;

/// Saves what was typed or queued and not sent, 400 ms after the last change and whenever a
/// conversation is left.
final class DraftKeeper {
    private static final Duration CALM = Duration.ofMillis(400);

    private final Drafts drafts;
    private final Background background;
    private Runnable cancel = () -> {};

    DraftKeeper(Drafts drafts, Background background) {
        this.drafts = drafts;
        this.background = background;
    }

    /// Something changed: saves when no more follows.
    void touch(Transcript transcript) {
        stopWaiting();
        cancel = background.ui().after(CALM, () -> save(transcript));
    }

    /// What is waited for holds its conversation.
    private void stopWaiting() {
        cancel.run();
        cancel = () -> {};
    }

    /// Saves now.
    void save(Transcript transcript) {
        stopWaiting();
        if (transcript.filled() && !transcript.temporary().get()) {
            keep(transcript.id(), transcript.unsent());
        }
    }

    /// Nothing that was typed there stays on the disk.
    void forget(Transcript transcript) {
        stopWaiting();
        keep(transcript.id(), "");
    }

    /// A conversation began under its own id: what was kept for the unbegun one goes.
    void begun(Transcript transcript) {
        keep(Optional.empty(), "");
        transcript.id().ifPresent(id -> background.tell(() -> drafts.files().begun(id)));
        save(transcript);
    }

    private void keep(Optional<ConversationId> id, String text) {
        background.tell(() -> drafts.save(id, text));
    }
}
