package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.Limit;
import nearside.copilot.orchestrator.ShortenedBefore.Shortened;
import nearside.engine.Prompt.Line;
import nearside.storage.MessageId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes what the model here is given of a conversation that does not fit: as it was given before,
/// which the engine need not read again, with what came since; once there is no room for that,
/// packed anew, with room for some turns more.
final class NearPacking {
    /// So many tokens are read soon: none are kept free to save that.
    private static final int SOON_READ = 1_000;

    /// Evidence is not looked for in less room.
    private static final int LEAST_SOUGHT = 250;

    private final Transcript transcript;
    private final ShortenedBefore before;
    private final String model;
    private final Shortening shortening;

    /// @param model that is given it
    NearPacking(
            Transcript transcript, ShortenedBefore before, String model, Shortening shortening) {
        this.transcript = transcript;
        this.before = before;
        this.model = model;
        this.shortening = shortening;
    }

    /// Whether the engine has read its beginning.
    enum Start {
        KNOWN,
        ANEW
    }

    /// What the model is given.
    record Made(Packed packed, Start start) {}

    /// Room for what is packed anew: the rest is for the turns to come, unless it is little.
    static int roomAnew(int budget) {
        return Math.max(budget * 2 / 3, Math.min(budget, SOON_READ));
    }

    Made within(int budget, Talk talk) {
        Optional<Packed> longer =
                tokens(talk.lines()) <= budget ? Optional.empty() : longer(budget, talk);
        Packed packed = longer.orElseGet(() -> anew(budget, talk));
        before.given(
                transcript.conversation(),
                new Shortened(
                        model,
                        new Given(talk.lines(), packed.lines(), packed.seen()),
                        packed.tokens(),
                        messages(packed.seen())));
        return new Made(packed, longer.isPresent() ? Start.KNOWN : Start.ANEW);
    }

    /// What was given in a smaller room is packed anew.
    private Optional<Packed> longer(int budget, Talk talk) {
        return before.of(transcript.conversation(), model)
                .map(Shortened::given)
                .filter(given -> hasPinned(given, talk))
                .flatMap(given -> longer(given, budget, talk))
                .filter(it -> it.tokens() <= budget && it.tokens() * 2 >= roomAnew(budget));
    }

    /// With what the question needs besides, the best of it alone where that is much: it has half
    /// of what was kept free.
    private Optional<Packed> longer(Given given, int budget, Talk talk) {
        for (int limit = budget; limit >= LEAST_SOUGHT; limit /= 2) {
            Packed needed = shortening.packed(Limit.ledToUpTo(limit), talk);
            Optional<Longer> longer = Longer.of(given, talk, needed);
            int besides = longer.map(it -> shortening.tokens(it.more())).orElse(0);
            if (besides <= (budget - roomAnew(budget)) / 2) {
                return longer.map(it ->
                        new Packed(it.lines(), tokens(it.lines()), it.seen(), needed.coverage()));
            }
        }
        return Optional.empty();
    }

    /// What is pinned since is given whole.
    private static boolean hasPinned(Given given, Talk talk) {
        return talk.pinned().stream()
                .filter(line -> line < given.seen().size())
                .allMatch(line -> given.seen().get(line) == Seen.WHOLE);
    }

    private Packed anew(int budget, Talk talk) {
        boolean isLast = transcript.conversation().isEmpty() || tokens(talk.lines()) <= budget;
        return shortening.to(Limit.of(isLast ? budget : roomAnew(budget)), talk);
    }

    private int tokens(List<Line> lines) {
        return lines.stream().mapToInt(shortening::tokens).sum();
    }

    private Map<MessageId, Seen> messages(List<Seen> seen) {
        Map<MessageId, Seen> messages = new HashMap<>();
        transcript.places().forEach((message, line) -> messages.put(message, seen.get(line)));
        return messages;
    }
}
