package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.device.Speed;
import nearside.engine.Prompt;
import nearside.storage.MessageId;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What an answer here would take, told before anything is spent.
///
/// @param tokens of the conversation with the question, as far as they are counted, else estimated
/// @param window the most that the model sees
/// @param waits empty while nothing is known of the model's speed
/// @param unseen messages that the model would not see any more, or not whole
public record Outlook(int tokens, int window, Optional<Waits> waits, Map<MessageId, Seen> unseen) {
    public Outlook {
        unseen = Map.copyOf(unseen);
        Objects.requireNonNull(waits);
    }

    /// How long from the question on.
    ///
    /// @param lastWord of an answer that is as long as they usually are
    public record Waits(Duration firstWord, Duration lastWord) {}

    static Outlook of(
            LocalModel model,
            Orchestrator.Surroundings around,
            int tokens,
            Optional<Prompt.Conversation> conversation,
            Map<MessageId, Seen> unseen) {
        int window = model.forDecision().window();
        Speed speed = around.device().speeds().of(model.measured());
        int read = Math.min(tokens, window);
        int cached = Math.min(read, around.readSoFar().of(conversation, model.measured()));
        Duration load =
                model.weights() == Situation.Weights.LOADED
                        ? Duration.ZERO
                        : speed.usual().load().orElse(Duration.ZERO);
        return new Outlook(
                tokens,
                window,
                speed.of(read, cached, speed.usual().nextReply())
                        .map(it -> new Waits(load.plus(it.firstWord()), load.plus(it.lastWord()))),
                unseen);
    }
}
