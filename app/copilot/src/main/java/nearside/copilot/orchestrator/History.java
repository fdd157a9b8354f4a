package nearside.copilot.orchestrator;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.storage.Message;
import nearside.storage.MessageId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Turns the messages of a conversation into the lines of a prompt.
final class History {
    private static final String BETWEEN = "\n\n";

    private History() {}

    /// One line for each message with text, joined.
    ///
    /// @param text what counts of a message
    static List<Line> lines(List<Message> messages, Function<Message, String> text) {
        return joined(
                messages.stream()
                        .filter(message -> !text.apply(message).isEmpty())
                        .map(message -> new Line(role(message.speaker()), text.apply(message)))
                        .toList());
    }

    /// Places of those of its lines in which one of these messages stands.
    ///
    /// @param text what counts of a message
    static Set<Integer> places(
            List<Message> messages, Function<Message, String> text, Set<MessageId> ids) {
        Set<Integer> places = new HashSet<>();
        List<Role> roles = new ArrayList<>();
        for (Message message : messages) {
            Role role = role(message.speaker());
            if (text.apply(message).isEmpty()) {
                continue;
            }
            if (roles.isEmpty() || roles.getLast() != role) {
                roles.add(role);
            }
            if (ids.contains(message.id())) {
                places.add(roles.size() - 1);
            }
        }
        return Set.copyOf(places);
    }

    /// The same lines after what the model is told first, in the place of what it was told before.
    ///
    /// @param system empty for nothing
    static List<Line> told(String system, List<Line> lines) {
        List<Line> all = new ArrayList<>();
        if (!system.isBlank()) {
            all.add(new Line(Role.SYSTEM, system));
        }
        lines.stream().filter(line -> line.role() != Role.SYSTEM).forEach(all::add);
        return List.copyOf(all);
    }

    /// Where these places are then. What the model is told first is never left out anyway.
    static Set<Integer> told(String system, List<Line> lines, Set<Integer> places) {
        Set<Integer> told = new HashSet<>();
        int next = system.isBlank() ? 0 : 1;
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).role() != Role.SYSTEM) {
                if (places.contains(line)) {
                    told.add(next);
                }
                next++;
            }
        }
        return Set.copyOf(told);
    }

    /// What counts of a message: where a reply began anew, only what came since.
    static String text(Message message) {
        String text = message.text();
        return message.decision()
                .map(DecisionRecord::givenUp)
                .map(from -> text.substring(Math.min(from, text.length())))
                .orElse(text);
    }

    /// Lines of the same role in a row become one, with a blank line between: templates want the
    /// roles to alternate, and a question whose reply failed stays part of what was asked.
    static List<Line> joined(List<Line> lines) {
        List<Line> joined = new ArrayList<>();
        lines.forEach(line -> add(joined, line));
        return List.copyOf(joined);
    }

    private static void add(List<Line> lines, Line next) {
        if (!lines.isEmpty() && lines.getLast().role() == next.role()) {
            Line last = lines.removeLast();
            lines.add(new Line(next.role(), last.text() + BETWEEN + next.text()));
        } else {
            lines.add(next);
        }
    }

    /// What stands in a joined line before its last text.
    static String before(String last, String joined) {
        String rest = joined.substring(0, joined.length() - last.length());
        return rest.endsWith(BETWEEN) ? rest.substring(0, rest.length() - BETWEEN.length()) : rest;
    }

    static Role role(Message.Speaker speaker) {
        return switch (speaker) {
            case SYSTEM -> Role.SYSTEM;
            case USER -> Role.USER;
            case ASSISTANT -> Role.ASSISTANT;
        };
    }
}
