package nearside.worker.text;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.worker.template.ChatTemplate;
import nearside.worker.template.TemplateException;
import nearside.worker.template.Value;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lines of a conversation as the model's template writes them.
final class Conversation {
    private final ChatTemplate template;
    private final Map<String, Value> variables;
    private final Clock clock;

    /// @param clock whose time a template is told that writes today's date into its prompts
    Conversation(TokenizerConfig config, Clock clock) {
        this.template = ChatTemplate.parse(config.template());
        this.variables = config.variables();
        this.clock = clock;
    }

    /// @param placeholder what no line contains; it stands in for the open reply while the template
    ///   is at work, so that everything behind it can be left out
    String render(List<Line> lines, Prompt.Ending ending, String placeholder) {
        return switch (ending) {
            case NEW_REPLY -> render(lines, true);
            case OPEN_REPLY -> open(lines, placeholder);
        };
    }

    private String open(List<Line> lines, String placeholder) {
        List<Line> held = new ArrayList<>(lines);
        Line reply = held.removeLast();
        held.add(new Line(reply.role(), placeholder));
        String rendered = render(held, false);
        int place = rendered.lastIndexOf(placeholder);
        if (place < 0) {
            throw new TemplateException(
                    "The chat template leaves out the last reply: it cannot be continued.");
        }
        return rendered.substring(0, place) + reply.text();
    }

    private String render(List<Line> lines, boolean opensReply) {
        Map<String, Value> all = new LinkedHashMap<>(variables);
        all.put("messages", new Value.Sequence(lines.stream().map(Conversation::message).toList()));
        all.put("add_generation_prompt", Value.of(opensReply));
        all.put("tools", new Value.None());
        all.put("documents", new Value.None());
        return template.render(all, LocalDateTime.now(clock));
    }

    private static Value message(Line line) {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put("role", Value.of(line.role().wire()));
        entries.put("content", Value.of(line.text()));
        return new Value.Mapping(entries);
    }
}
