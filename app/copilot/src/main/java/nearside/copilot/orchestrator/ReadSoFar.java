package nearside.copilot.orchestrator;

import nearside.engine.Prompt;
import nearside.engine.Usage;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How much of each conversation a model has read already, as far as this run of the program knows:
/// the engine keeps it, in memory or on the disk. May be used by several threads.
final class ReadSoFar {
    private final Map<Prompt.Conversation, Read> conversations = new ConcurrentHashMap<>();
    private volatile Optional<Prompt.Conversation> newest = Optional.empty();

    private record Read(String model, int tokens) {}

    /// Tokens that need not be read again; zero when nothing is known.
    int of(Optional<Prompt.Conversation> conversation, String model) {
        return conversation
                .map(conversations::get)
                .filter(read -> read.model().equals(model))
                .map(Read::tokens)
                .orElse(0);
    }

    /// A turn of the conversation came to its end.
    void after(Optional<Prompt.Conversation> conversation, String model, Usage usage) {
        newest = conversation;
        Read read = new Read(model, usage.promptTokens() + usage.replyTokens());
        conversation.ifPresent(it -> conversations.put(it, read));
    }

    /// Whether that one was answered last.
    boolean isNewest(Optional<Prompt.Conversation> conversation) {
        return conversation.isPresent() && conversation.equals(newest);
    }

    /// What is read of it now begins otherwise.
    void forget(Optional<Prompt.Conversation> conversation) {
        newest = conversation;
        conversation.ifPresent(conversations::remove);
    }
}
