package nearside.storage;

import nearside.storage.index.Phrase;
import nearside.storage.index.Snippet;
import nearside.storage.search.Excerpt;
import nearside.storage.search.Filter.Place;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads what was found from the database, which alone says what is there and what it says now.
record Hits(SearchRows rows, List<Phrase> phrases, Place place) {
    List<Hit> of(List<Long> subjects) throws SQLException {
        List<SearchRow> found =
                rows.read(subjects).stream().filter(row -> row.talk().place() == place).toList();
        Map<Long, SearchRow> titles = titles(found);
        List<Hit> hits = new ArrayList<>();
        for (SearchRow row : found) {
            Optional.ofNullable(titles.get(SearchRow.title(row.talk().seq())))
                    .flatMap(title -> hit(row, title))
                    .ifPresent(hits::add);
        }
        return hits;
    }

    private Map<Long, SearchRow> titles(List<SearchRow> found) throws SQLException {
        Set<Long> wanted = new LinkedHashSet<>();
        found.forEach(row -> wanted.add(SearchRow.title(row.talk().seq())));
        return rows.read(wanted).stream()
                .collect(Collectors.toMap(SearchRow::subject, Function.identity()));
    }

    /// Empty when it does not say so any more.
    private Optional<Hit> hit(SearchRow row, SearchRow title) {
        Excerpt excerpt = Snippet.of(row.text(), phrases);
        if (excerpt.marks().isEmpty() && !phrases.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Hit(
                        new ConversationId(title.talk().id()),
                        title.text(),
                        row.message(),
                        Nanos.instant(row.timeNanos()),
                        excerpt));
    }
}
