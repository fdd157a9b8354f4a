package nearside.worker.text;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
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

    /// The prompt that the reply began with, and its words so far. A template that leaves the
    /// opening of a reply to the model has no such prompt: there the reply stands as the template
    /// writes it.
    private String open(List<Line> lines, String placeholder) {
        List<Line> asked = lines.subList(0, lines.size() - 1);
        Line reply = lines.getLast();
        String began = render(asked, true);
        String written = upTo(placeholder, asked, reply.role());
        boolean opensReplies = !began.equals(render(asked, false));
        return !opensReplies && written.startsWith(began)
                ? written + reply.text()
                : began + blanks(began, written, reply.text()) + reply.text();
    }

    /// What the template writes before the words of a reply that is over.
    private String upTo(String placeholder, List<Line> asked, Role role) {
        List<Line> held = new ArrayList<>(asked);
        held.add(new Line(role, placeholder));
        String rendered = render(held, false);
        int place = rendered.lastIndexOf(placeholder);
        if (place < 0) {
            throw new TemplateException(
                    "The chat template leaves out the last reply: it cannot be continued.");
        }
        return rendered.substring(0, place);
    }

    /// A tokenizer may have swallowed the blank between the prompt and the first word.
    private static String blanks(String began, String written, String reply) {
        boolean apart = endsBlank(began) || startsBlank(reply);
        return apart ? "" : written.substring(written.stripTrailing().length());
    }

    private static boolean endsBlank(String text) {
        return !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private static boolean startsBlank(String text) {
        return !text.isEmpty() && Character.isWhitespace(text.charAt(0));
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
