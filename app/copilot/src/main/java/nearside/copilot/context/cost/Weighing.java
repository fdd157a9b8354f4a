package nearside.copilot.context.cost;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// What each form costs, the cheapest first, and how far ahead that was reckoned.
///
/// @param alternatives what may be done, each form with the use of the cache that suits it; at
///   least one
/// @param furtherSends questions that are expected while the cache is warm
public record Weighing(List<Alternative> alternatives, double furtherSends) {
    /// One form and what it costs, in US dollars.
    ///
    /// @param nowUsd this answer
    /// @param laterUsd what the questions that are expected after it add while the cache is warm
    public record Alternative(
            PackingChoice choice, CacheUse use, Billed now, double nowUsd, double laterUsd) {
        public Alternative {
            Objects.requireNonNull(choice);
            Objects.requireNonNull(use);
            Objects.requireNonNull(now);
        }

        public double totalUsd() {
            return nowUsd + laterUsd;
        }
    }

    public Weighing {
        alternatives =
                alternatives.stream()
                        .sorted(Comparator.comparingDouble(Alternative::totalUsd))
                        .toList();
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("expected an alternative, found none");
        }
    }

    public Alternative cheapest() {
        return alternatives.getFirst();
    }

    public PackingChoice choice() {
        return cheapest().choice();
    }
}
