package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.EvidencePacker;
import nearside.copilot.context.Limit;
import nearside.copilot.orchestrator.ShortenedBefore.Shortened;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.storage.Message;
import nearside.storage.MessageId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which messages a model would not see any more with the next question, or not whole, since all of
/// them are longer than its window. As the turn itself would leave them out, by the tokens that are
/// known.
final class Unseen {
    private static final int SHORTEST_REPLY = 32;

    private Unseen() {}

    /// A message with its own words, by which it answers to the question, and the tokens of all
    /// that is read of it, its files included.
    record Read(Message message, String text, int tokens, Hold hold) {
        /// One that is not pinned.
        Read(Message message, String text, int tokens) {
            this(message, text, tokens, Hold.LOOSE);
        }
    }

    /// Whether a message is always read.
    enum Hold {
        LOOSE,
        PINNED;

        static Hold of(MessageId id, Set<MessageId> pinned) {
            return pinned.contains(id) ? PINNED : LOOSE;
        }
    }

    /// What is read with the next question.
    ///
    /// @param unseen messages of which not all is
    /// @param read tokens
    record Plan(Map<MessageId, Seen> unseen, int read) {
        Plan {
            unseen = Map.copyOf(unseen);
        }
    }

    /// What is about to be asked.
    record Draft(String question, int tokens) {}

    /// @param window the most that the model sees
    /// @param replyLimit the longest reply
    /// @param before what the model was given of it last
    static Plan of(
            List<Read> messages,
            Draft draft,
            int window,
            int replyLimit,
            Optional<Shortened> before) {
        List<Read> read = messages.stream().filter(each -> !each.text().isEmpty()).toList();
        int budget = window - reply(window, replyLimit);
        int room = NearPacking.roomAnew(budget);
        return before.flatMap(it -> longer(it, read, draft))
                .filter(plan -> plan.read() <= budget)
                .orElseGet(() -> new Plan(anew(read, draft, room), room));
    }

    /// What the model was given with what came since; empty where that is not what is read.
    private static Optional<Plan> longer(Shortened before, List<Read> read, Draft draft) {
        int known = before.messages().size();
        boolean goesOn =
                known <= read.size()
                        && read.subList(0, known).stream().allMatch(each -> isKnown(each, before));
        if (!goesOn) {
            return Optional.empty();
        }
        int since = read.subList(known, read.size()).stream().mapToInt(Read::tokens).sum();
        return Optional.of(
                new Plan(
                        missing(read, each -> before.messages().getOrDefault(each, Seen.WHOLE)),
                        before.tokens() + since + draft.tokens()));
    }

    private static boolean isKnown(Read each, Shortened before) {
        Seen seen = before.messages().get(each.message().id());
        return each.hold() == Hold.PINNED ? seen == Seen.WHOLE : seen != null;
    }

    private static Map<MessageId, Seen> anew(List<Read> read, Draft draft, int budget) {
        List<Line> all = new ArrayList<>(read.stream().map(Unseen::line).toList());
        Map<Line, Integer> tokens = new HashMap<>();
        read.forEach(each -> tokens.merge(line(each), each.tokens(), Math::max));
        Line asked = new Line(Role.USER, draft.question());
        all.add(asked);
        tokens.put(asked, draft.tokens());
        List<Seen> seen =
                new EvidencePacker()
                        .pack(
                                new Talk(all, pinned(read), ""),
                                Limit.of(budget),
                                line -> tokens.getOrDefault(line, estimate(line)))
                        .seen();
        Map<MessageId, Seen> ofEach =
                IntStream.range(0, read.size())
                        .boxed()
                        .collect(Collectors.toMap(i -> read.get(i).message().id(), seen::get));
        return missing(read, each -> ofEach.getOrDefault(each, Seen.WHOLE));
    }

    private static Map<MessageId, Seen> missing(List<Read> read, Function<MessageId, Seen> seen) {
        return read.stream()
                .map(each -> each.message().id())
                .filter(each -> seen.apply(each) != Seen.WHOLE)
                .collect(Collectors.toMap(Function.identity(), seen));
    }

    /// Tokens that are read whatever else is left out; zero where nothing is pinned.
    static int stays(List<Read> messages, int questionTokens) {
        int pinned =
                messages.stream()
                        .filter(each -> each.hold() == Hold.PINNED)
                        .mapToInt(Read::tokens)
                        .sum();
        return pinned == 0 ? 0 : pinned + questionTokens;
    }

    private static Set<Integer> pinned(List<Read> read) {
        return IntStream.range(0, read.size())
                .filter(i -> read.get(i).hold() == Hold.PINNED)
                .boxed()
                .collect(Collectors.toSet());
    }

    /// Of a line that is seen in part.
    private static int estimate(Line line) {
        return TokenCount.estimate(line.text());
    }

    private static Line line(Read read) {
        return new Line(History.role(read.message().speaker()), read.text());
    }

    /// No longer than what is read for it, as far as that can be.
    private static int reply(int window, int replyLimit) {
        int reply = replyLimit;
        while (window - reply < reply && reply > SHORTEST_REPLY) {
            reply /= 2;
        }
        return reply;
    }
}
