package nearside.copilot.orchestrator;

import nearside.copilot.context.TurnPacker;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.storage.Message;
import nearside.storage.MessageId;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which messages a model would not see any more with the next question, since all of them are
/// longer than its window. As the turn itself would leave them out, by the tokens that are known.
final class Unseen {
    private static final int SHORTEST_REPLY = 32;

    private Unseen() {}

    /// A message with its own words, by which it answers to the question, and the tokens of all
    /// that is read of it, its files included.
    record Read(Message message, String text, int tokens) {}

    /// @param window the most that the model sees
    /// @param replyLimit the longest reply
    static Set<MessageId> of(
            List<Read> messages, String question, int questionTokens, int window, int replyLimit) {
        List<Read> read = messages.stream().filter(each -> !each.text().isEmpty()).toList();
        List<Line> all = new ArrayList<>(read.stream().map(Unseen::line).toList());
        Map<Line, Integer> tokens = new HashMap<>();
        read.forEach(each -> tokens.merge(line(each), each.tokens(), Math::max));
        Line asked = new Line(Role.USER, question);
        all.add(asked);
        tokens.put(asked, questionTokens);
        Deque<Line> seen =
                new ArrayDeque<>(
                        new TurnPacker()
                                .pack(
                                        all,
                                        window - reply(window, replyLimit),
                                        line -> tokens.getOrDefault(line, 0))
                                .lines());
        seen.pollLast();
        return unseen(read, seen);
    }

    private static Line line(Read read) {
        return new Line(History.role(read.message().speaker()), read.text());
    }

    /// Of messages that say the same, the later ones are seen.
    private static Set<MessageId> unseen(List<Read> read, Deque<Line> seen) {
        Set<MessageId> unseen = new HashSet<>();
        for (Read each : read.reversed()) {
            if (!seen.isEmpty() && seen.getLast().equals(line(each))) {
                seen.removeLast();
            } else {
                unseen.add(each.message().id());
            }
        }
        return unseen;
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
