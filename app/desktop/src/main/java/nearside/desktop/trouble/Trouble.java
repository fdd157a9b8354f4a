package nearside.desktop.trouble;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What went wrong, said to a person: what happened, what it means, what to do next, and the facts
/// for whoever helps.
public record Trouble(String title, String meaning, List<String> next, String details) {
    public Trouble {
        Objects.requireNonNull(title);
        Objects.requireNonNull(meaning);
        next = List.copyOf(next);
        Objects.requireNonNull(details);
    }

    /// The same with one thing more that helps.
    Trouble withStep(String step) {
        return new Trouble(
                title, meaning, Stream.concat(next.stream(), Stream.of(step)).toList(), details);
    }
}
