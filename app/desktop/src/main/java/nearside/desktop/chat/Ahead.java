package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Outlook;
import nearside.desktop.attach.Attached;
import nearside.desktop.pace.Background;
import nearside.storage.ConversationId;
import nearside.storage.StorageException;

import java.util.Map;
import java.util.Optional;

/// Looks ahead while a person types: how long an answer would take. At most one look at a time;
/// what was typed meanwhile is looked at after it. Lives on the UI thread.
final class Ahead {
    private final Orchestrator orchestrator;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Outlook>> outlook =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Transcript> next = Optional.empty();
    private boolean looking;

    Ahead(Orchestrator orchestrator, Background background) {
        this.orchestrator = orchestrator;
        this.background = background;
    }

    /// Empty while nothing is typed, or nothing is known.
    ReadOnlyObjectProperty<Optional<Outlook>> outlook() {
        return outlook.getReadOnlyProperty();
    }

    /// Something else is typed there.
    void look(Transcript transcript) {
        if (isEmpty(transcript)) {
            next = Optional.empty();
            outlook.set(Optional.empty());
            transcript.marks(Map.of());
        } else if (looking) {
            next = Optional.of(transcript);
        } else {
            begin(transcript);
        }
    }

    private static boolean isEmpty(Transcript transcript) {
        return transcript.draft().get().isBlank() && transcript.files().isEmpty();
    }

    private void begin(Transcript transcript) {
        String text = transcript.draft().get();
        long attached = transcript.files().stream().mapToLong(Attached::bytes).sum();
        looking = true;
        Optional<String> model = transcript.setup().get().model();
        background.ask(
                () -> outlook(transcript.id(), text, attached, model),
                found -> found(transcript, found));
    }

    /// A look ahead that fails is no trouble: what is asked then fails by itself.
    private Optional<Outlook> outlook(
            Optional<ConversationId> conversation,
            String text,
            long attached,
            Optional<String> model) {
        try {
            return orchestrator.outlook(conversation, text, attached, model);
        } catch (StorageException unreadable) {
            return Optional.empty();
        }
    }

    private void found(Transcript transcript, Optional<Outlook> found) {
        looking = false;
        if (!isEmpty(transcript)) {
            outlook.set(found);
            transcript.marks(found.map(Outlook::unseen).orElse(Map.of()));
        }
        Optional<Transcript> waiting = next;
        next = Optional.empty();
        waiting.ifPresent(this::look);
    }
}
