package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.EvidencePacker;
import nearside.copilot.context.Limit;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.storage.Message;
import nearside.storage.MessageId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /// @param window the most that the model sees
    /// @param replyLimit the longest reply
    static Map<MessageId, Seen> of(
            List<Read> messages, String question, int questionTokens, int window, int replyLimit) {
        List<Read> read = messages.stream().filter(each -> !each.text().isEmpty()).toList();
        List<Line> all = new ArrayList<>(read.stream().map(Unseen::line).toList());
        Map<Line, Integer> tokens = new HashMap<>();
        read.forEach(each -> tokens.merge(line(each), each.tokens(), Math::max));
        Line asked = new Line(Role.USER, question);
        all.add(asked);
        tokens.put(asked, questionTokens);
        List<Seen> seen =
                new EvidencePacker()
                        .pack(
                                new Talk(all, pinned(read), ""),
                                Limit.of(window - reply(window, replyLimit)),
                                line -> tokens.getOrDefault(line, estimate(line)))
                        .seen();
        return IntStream.range(0, read.size())
                .filter(i -> seen.get(i) != Seen.WHOLE)
                .boxed()
                .collect(Collectors.toMap(i -> read.get(i).message().id(), seen::get));
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
