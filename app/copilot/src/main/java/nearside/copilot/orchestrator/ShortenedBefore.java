package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.engine.Prompt;
import nearside.storage.MessageId;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What models here were given of conversations lately that do not fit: the engine has read it. It
/// is in memory alone. May be used by several threads.
final class ShortenedBefore {
    private final NewestOnly<Prompt.Conversation, Shortened> all = new NewestOnly<>();

    /// What one was given.
    ///
    /// @param model that was given it
    /// @param tokens of it
    /// @param messages how much of each message the model saw
    record Shortened(String model, Given given, int tokens, Map<MessageId, Seen> messages) {
        Shortened {
            Objects.requireNonNull(model);
            Objects.requireNonNull(given);
            messages = Map.copyOf(messages);
        }
    }

    Optional<Shortened> of(Optional<Prompt.Conversation> conversation, String model) {
        return conversation.flatMap(all::get).filter(it -> it.model().equals(model));
    }

    void given(Optional<Prompt.Conversation> conversation, Shortened shortened) {
        conversation.ifPresent(it -> all.put(it, shortened));
    }
}
