package nearside.storage.search;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/// What is looked for: terms that all must occur in one message or title, and where.
public record Query(List<Term> terms, Filter filter) {
    public Query {
        terms = List.copyOf(terms);
        Objects.requireNonNull(filter);
    }

    /// Reads what a person types: words, "several words", beginnings*, and `folder:` `after:`
    /// `before:` `from:` `in:`. A word that may still be typed counts as a beginning. Nothing is
    /// wrong: what is no filter is looked for.
    ///
    /// @param zone where the days of `after:` and `before:` begin
    public static Query typed(String text, ZoneId zone) {
        return new TypedQuery(text, zone).read();
    }

    /// Whether nothing is asked.
    public boolean isBlank() {
        return terms.isEmpty() && filter.equals(Filter.NONE);
    }
}
