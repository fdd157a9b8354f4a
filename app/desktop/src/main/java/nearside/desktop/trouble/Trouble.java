package nearside.desktop.trouble;

import java.util.List;
import java.util.Objects;

/// What went wrong, said to a person: what happened, what it means, what to do next, and the facts
/// for whoever helps.
public record Trouble(String title, String meaning, List<String> next, String details) {
    public Trouble {
        Objects.requireNonNull(title);
        Objects.requireNonNull(meaning);
        next = List.copyOf(next);
        Objects.requireNonNull(details);
    }
}
