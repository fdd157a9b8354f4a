package nearside.desktop.prompts;

import nearside.storage.Template;

import java.util.Objects;

/// A text to ask with.
///
/// @param id empty for one that comes with the program
public record Prompt(String id, String name, String text) {
    public Prompt {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }

    static Prompt of(Template kept) {
        return new Prompt(kept.id(), kept.name(), kept.text());
    }

    boolean isKept() {
        return !id.isEmpty();
    }

    Template template() {
        return new Template(id, Template.Kind.PROMPT, name, text);
    }
}
