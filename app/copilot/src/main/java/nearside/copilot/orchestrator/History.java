package nearside.copilot.orchestrator;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.storage.Message;

import java.util.ArrayList;
import java.util.List;

/// Turns the messages of a conversation into the lines of a prompt.
final class History {
    private History() {}

    /// One line for each message with text, joined.
    static List<Line> lines(List<Message> messages) {
        return joined(
                messages.stream()
                        .filter(message -> !message.text().isEmpty())
                        .map(message -> new Line(role(message.speaker()), message.text()))
                        .toList());
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
            lines.add(new Line(next.role(), last.text() + "\n\n" + next.text()));
        } else {
            lines.add(next);
        }
    }

    private static Role role(Message.Speaker speaker) {
        return switch (speaker) {
            case SYSTEM -> Role.SYSTEM;
            case USER -> Role.USER;
            case ASSISTANT -> Role.ASSISTANT;
        };
    }
}
