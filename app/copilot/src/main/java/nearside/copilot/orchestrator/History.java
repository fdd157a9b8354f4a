package nearside.copilot.orchestrator;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.storage.Message;
import nearside.storage.MessageId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// The place of the line in which each message stands; those without text are nowhere.
    ///
    /// @param text what counts of a message
    static Map<MessageId, Integer> places(List<Message> messages, Function<Message, String> text) {
        Map<MessageId, Integer> places = new LinkedHashMap<>();
        List<Role> roles = new ArrayList<>();
        for (Message message : messages) {
            Role role = role(message.speaker());
            if (text.apply(message).isEmpty()) {
                continue;
            }
            if (roles.isEmpty() || roles.getLast() != role) {
                roles.add(role);
            }
            places.put(message.id(), roles.size() - 1);
        }
        return places;
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

    /// Where messages are then. What told the model something before is nowhere any more.
    static Map<MessageId, Integer> told(
            String system, List<Line> lines, Map<MessageId, Integer> places) {
        Map<Integer, Integer> moved = new HashMap<>();
        int next = system.isBlank() ? 0 : 1;
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).role() != Role.SYSTEM) {
                moved.put(line, next++);
            }
        }
        Map<MessageId, Integer> told = new LinkedHashMap<>(places);
        told.values().retainAll(moved.keySet());
        told.replaceAll((_, place) -> moved.getOrDefault(place, place));
        return told;
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

    static Role role(Message.Speaker speaker) {
        return switch (speaker) {
            case SYSTEM -> Role.SYSTEM;
            case USER -> Role.USER;
            case ASSISTANT -> Role.ASSISTANT;
        };
    }
}
