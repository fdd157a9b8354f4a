package nearside.worker.template;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/// A model's own chat template, read once and rendered for each prompt.
///
/// It understands the part of Jinja that chat templates use and has no way to files or classes.
/// Whitespace is handled as `transformers` sets Jinja up: `trim_blocks` and `lstrip_blocks` are on.
public final class ChatTemplate {
    private static final int LONGEST = 1 << 20;

    private final List<Node> nodes;

    private ChatTemplate(List<Node> nodes) {
        this.nodes = nodes;
    }

    /// Reads a template.
    ///
    /// @throws TemplateException if the template uses what is not supported, or is no template
    public static ChatTemplate parse(String source) {
        if (source.length() > LONGEST) {
            throw new TemplateException(
                    "The chat template is longer than " + LONGEST + " characters.");
        }
        return new ChatTemplate(Parser.nodes(source));
    }

    /// Writes the text that the template makes of the variables.
    ///
    /// @param now the time that the template is told when it asks for it
    /// @throws TemplateException if the template refuses the variables or does not end
    public String render(Map<String, Value> variables, LocalDateTime now) {
        return new Renderer(variables, now).render(nodes);
    }
}
