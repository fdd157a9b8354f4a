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
/// @param stays how many of them are read whatever else is left out, the question among them; zero
///   where nothing is pinned
/// @param window the most that the model sees
/// @param waits empty while nothing is known of the model's speed
/// @param unseen messages that the model would not see any more, or not whole
public record Outlook(
        int tokens, int stays, int window, Optional<Waits> waits, Map<MessageId, Seen> unseen) {
    public Outlook {
        unseen = Map.copyOf(unseen);
        Objects.requireNonNull(waits);
    }

    /// One of a conversation of which nothing is pinned.
    public Outlook(int tokens, int window, Optional<Waits> waits, Map<MessageId, Seen> unseen) {
        this(tokens, 0, window, waits, unseen);
    }

    /// The same where so much is read whatever else is left out.
    Outlook with(int stays) {
        return new Outlook(tokens, stays, window, waits, unseen);
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
            Unseen.Plan plan) {
        int window = model.forDecision().window();
        Speed speed = around.device().speeds().of(model.measured());
        int read = plan.read();
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
                plan.unseen());
    }
}
